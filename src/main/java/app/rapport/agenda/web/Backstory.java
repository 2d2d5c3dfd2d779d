package app.rapport.agenda.web;

import app.rapport.agenda.Today.TodayList;
import app.rapport.agenda.model.Item;
import app.rapport.agenda.web.TodayPage.Chip;
import app.rapport.agenda.web.TodayPage.Line;
import app.rapport.conversations.Channel;
import app.rapport.conversations.Touch;
import app.rapport.kernel.Excerpt;
import app.rapport.kernel.Signal;
import app.rapport.ui.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Three lines before a step: what we said last, what else there is (or what they said last), and
 * the rhythm of the two.
 */
final class Backstory {
    private static final int WORDS = 110;

    private Backstory() {}

    /**
     * @param shown the touch that the item itself quotes: it is not told twice
     */
    static List<Line> of(TodayList today, Item item, Optional<Touch> shown, Times times) {
        List<Line> lines = new ArrayList<>();
        var talks = item.person().flatMap(id -> Optional.ofNullable(today.lastWords().get(id)));
        talks.flatMap(both -> both.ours())
                .filter(touch -> !isShown(touch, shown))
                .ifPresent(touch -> lines.add(talk("You", touch, times)));
        also(today, item, times)
                .or(() ->
                        talks.flatMap(both -> both.theirs())
                                .filter(touch -> !isShown(touch, shown))
                                .map(touch -> talk("They", touch, times)))
                .ifPresent(lines::add);
        item.person()
                .map(id ->
                        Optional.ofNullable(today.rhythms().get(id))
                                .map(rhythm -> rhythm.words())
                                .orElse(""))
                .map(words -> words.isEmpty() ? "Not known yet: too few exchanges." : words + ".")
                .ifPresent(words -> lines.add(new Line("Rhythm", words, Optional.empty())));
        return lines;
    }

    private static boolean isShown(Touch touch, Optional<Touch> shown) {
        return shown.map(Touch::id).filter(touch.id()::equals).isPresent();
    }

    private static Optional<Line> also(TodayList today, Item item, Times times) {
        return item.reasons().stream()
                .skip(1)
                .findFirst()
                .map(reason -> new Line("Also", reason.why(), chip(today, reason, times)));
    }

    private static Optional<Chip> chip(TodayList today, Signal reason, Times times) {
        return reason.evidence().stream()
                .findFirst()
                .flatMap(e ->
                        Optional.ofNullable(today.touches().get(e.touch()))
                                .map(touch -> TodayViews.chip(touch, e, times)));
    }

    private static Line talk(String who, Touch touch, Times times) {
        String when = touch.at().map(times::shortDay).orElse("Not dated");
        String what =
                touch.channel().word().toLowerCase(Locale.ROOT)
                        + touch.minutes().map(minutes -> ", " + minutes + " min").orElse("");
        String said = said(touch);
        return new Line(
                who,
                when + ", " + what + (said.isEmpty() ? "" : ": " + said),
                Optional.of(touch)
                        .filter(Touch::mayRead)
                        .map(readable ->
                                new Chip(
                                        "/touches/" + touch.id(),
                                        TodayViews.icon(touch.channel()),
                                        "open")));
    }

    private static String said(Touch touch) {
        String words = touch.replyText().isBlank() ? touch.subject() : touch.replyText();
        String start = Excerpt.line(words, WORDS);
        if (start.isEmpty()) return "";
        return touch.channel() == Channel.MAIL ? "“" + start + "”" : start;
    }
}
