package app.rapport.agenda.web;

import app.rapport.kernel.Level;
import app.rapport.kernel.Signal;
import app.rapport.ui.Page;
import app.rapport.ui.Parts.Part;
import app.rapport.ui.Tab;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Today as it is shown.
 *
 * @param at the moment it speaks of
 * @param morning the first working day on which something can be put off to, ISO
 * @param past whether that is another day than today: then nothing can be decided
 * @param summary one line below the title
 * @param read what was read, and up to when
 * @param stale a warning when what was read is older than two days; empty when it is fresh
 * @param lastDay the newest day with mail, offered when today has nothing
 * @param beside what rooms know of the day
 */
public record TodayPage(
        Instant at,
        String morning,
        boolean past,
        String summary,
        List<Tab> tabs,
        List<LevelGroup> levels,
        List<Settled> settled,
        List<Read> read,
        Optional<Stale> stale,
        Optional<LocalDate> lastDay,
        List<Part> beside,
        View view)
        implements Page {

    /** The browser's tab says how many wait, so that it can stay behind others. */
    public String title() {
        long waiting =
                levels.stream()
                        .filter(group -> group.level() == Level.ANSWER_OWED.number())
                        .mapToLong(group -> group.items().size())
                        .sum();
        return view != View.OPEN || waiting == 0 ? "Today" : "(" + waiting + ") Today";
    }

    public enum View {
        OPEN,
        DONE,
        SNOOZED,
        ANOTHER_DAY,
        FIRST_RUN
    }

    /**
     * What a silent source means.
     *
     * @param href where it is mended
     */
    public record Stale(String words, String href, String link) {}

    public record LevelGroup(int level, String words, List<ItemView> items) {}

    /**
     * @param proof what stands beside the evidence; empty where there is nothing to add
     * @param first whether it is opened when the page comes
     */
    public record ItemView(
            String id,
            String name,
            String where,
            Optional<String> personHref,
            Optional<Signal.About> about,
            Instant since,
            String why,
            String quote,
            boolean quoteOurs,
            Optional<Chip> evidence,
            String proof,
            List<Line> backstory,
            String firstStep,
            String ifIgnored,
            Optional<String> answerHref,
            Optional<String> callHref,
            boolean first) {
        public Why reason() {
            return Why.of(why, quote);
        }

        /** The first step is to look at what it is about, not to write. */
        public boolean aboutFirst() {
            return about.filter(Signal.About::first).isPresent();
        }
    }

    public record Chip(String href, String icon, String label) {}

    /** One line of backstory; the words of a mail stand between quotation marks. */
    public record Line(String term, String words, Optional<Chip> chip) {}

    public record Settled(String name, String what, Instant at, String undoHref) {}

    public record Read(String icon, String name, String upTo, boolean silent) {}
}
