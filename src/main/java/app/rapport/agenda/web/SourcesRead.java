package app.rapport.agenda.web;

import app.rapport.access.WorkingDays;
import app.rapport.conversations.Conversations.Reach;
import app.rapport.kernel.TouchFeed;
import app.rapport.kernel.TouchFeed.Reached;
import app.rapport.kernel.Viewer;
import app.rapport.ui.Numbers;
import app.rapport.ui.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Says what was read for Today and up to when, and what a silent source means. */
@Component
class SourcesRead {
    private static final Duration STALE = Duration.ofDays(2);

    private final ObjectProvider<TouchFeed> feeds;

    SourcesRead(ObjectProvider<TouchFeed> feeds) {
        this.feeds = feeds;
    }

    /**
     * What comes in by itself; nothing for a past day, of which nobody knows how far it was read.
     */
    List<Reached> feeds(Viewer viewer, boolean past) {
        return past
                ? List.of()
                : feeds.orderedStream().flatMap(feed -> feed.reached(viewer).stream()).toList();
    }

    List<TodayPage.Read> lines(
            List<Reach> reach, List<Reached> feeds, WorkingDays week, Times times) {
        boolean live = live(feeds, week, times);
        return Stream.concat(
                        reach.stream().map(r -> line(r, live, week, times)),
                        feeds.stream().map(feed -> line(feed, week, times)))
                .toList();
    }

    private static TodayPage.Read line(Reach reach, boolean live, WorkingDays week, Times times) {
        boolean mail = reach.name().equals("mail");
        return new TodayPage.Read(
                mail ? "mail" : "phone",
                (mail ? "Mail, " : "Logged talks, ")
                        + (reach.orMore() ? "more than " : "")
                        + Numbers.count(reach.count()),
                "to " + times.brief(reach.upTo()),
                mail && !live && isStale(reach.upTo(), week, times));
    }

    private static TodayPage.Read line(Reached feed, WorkingDays week, Times times) {
        return new TodayPage.Read(
                "inbox",
                feed.name(),
                feed.upTo().map(upTo -> "to " + times.brief(upTo)).orElse("being read"),
                silent(feed, week, times));
    }

    private static boolean silent(Reached feed, WorkingDays week, Times times) {
        return feed.trouble().isPresent()
                || feed.upTo().filter(upTo -> isStale(upTo, week, times)).isPresent();
    }

    /** While one source is read to its end, old mail only means that nobody wrote. */
    boolean live(List<Reached> feeds, WorkingDays week, Times times) {
        return feeds.stream()
                .anyMatch(feed -> feed.upTo().isPresent() && !silent(feed, week, times));
    }

    /** Weekends and holidays count as such: mail of Friday is fresh on Monday. */
    private static boolean isStale(Instant upTo, WorkingDays week, Times times) {
        LocalDate last = LocalDate.ofInstant(upTo, times.zone());
        long free = last.until(times.today(), ChronoUnit.DAYS) - week.between(last, times.today());
        return Duration.between(upTo, times.now()).minusDays(free).compareTo(STALE) > 0;
    }

    Optional<TodayPage.Stale> stale(
            List<Reach> reach, List<Reached> feeds, WorkingDays week, Times times) {
        Optional<TodayPage.Stale> silent =
                feeds.stream()
                        .flatMap(feed -> feed.trouble().stream().map(why -> silent(feed, why)))
                        .findFirst();
        if (silent.isPresent() || live(feeds, week, times)) return silent;
        return reach.stream()
                .filter(r -> r.name().equals("mail"))
                .map(Reach::upTo)
                .filter(upTo -> isStale(upTo, week, times))
                .map(upTo ->
                        new TodayPage.Stale(
                                "The newest mail that was read is of "
                                        + times.stamp(upTo)
                                        + ". Answers given since then would not be seen.",
                                "/imports",
                                "Bring newer mail"))
                .findFirst();
    }

    private static TodayPage.Stale silent(Reached feed, String why) {
        return new TodayPage.Stale(
                why + " An answer sent from there would not be seen.", feed.mend(), "Mend it");
    }
}
