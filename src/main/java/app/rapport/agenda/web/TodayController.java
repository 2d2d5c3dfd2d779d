package app.rapport.agenda.web;

import app.rapport.access.House;
import app.rapport.access.WorkingDays;
import app.rapport.agenda.Today;
import app.rapport.agenda.Today.TodayList;
import app.rapport.agenda.model.Item;
import app.rapport.agenda.model.Judgement;
import app.rapport.agenda.web.TodayPage.View;
import app.rapport.conversations.Conversations;
import app.rapport.conversations.Conversations.Reach;
import app.rapport.database.Abreast;
import app.rapport.kernel.Level;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.TouchFeed.Reached;
import app.rapport.kernel.Verdict;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import app.rapport.ui.Numbers;
import app.rapport.ui.Parts.Part;
import app.rapport.ui.Seat;
import app.rapport.ui.Tab;
import app.rapport.ui.Times;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page. */
@Controller
@Needs(toRead = Right.READ_RECORDS)
class TodayController {
    private final Today today;
    private final TodayViews views;
    private final SourcesRead sources;
    private final Conversations conversations;
    private final People people;
    private final House house;
    private final DayBeside beside;
    private final Clock clock;

    TodayController(
            Today today,
            TodayViews views,
            SourcesRead sources,
            Conversations conversations,
            People people,
            House house,
            DayBeside beside,
            Clock clock) {
        this.today = today;
        this.views = views;
        this.sources = sources;
        this.conversations = conversations;
        this.people = people;
        this.house = house;
        this.beside = beside;
        this.clock = clock;
    }

    @GetMapping({"/", "/today"})
    TodayPage page(
            @RequestParam(defaultValue = "open") String show,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate day,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
                    @Nullable OffsetDateTime at,
            @RequestParam(defaultValue = "") String item,
            HttpServletRequest request) {
        Seat seat = Seat.of(request).orElseThrow();
        Viewer viewer = seat.viewer();
        Instant now = clock.instant();
        Optional<Instant> past = moment(day, at, viewer.zone());
        Instant asOf = past.orElse(now);
        Times times = new Times(viewer.zone(), seat.locale(), asOf);
        Supplier<List<Reach>> read =
                Abreast.begin(() -> conversations.reach(viewer, asOf.isAfter(now) ? now : asOf));
        TodayList list = today.at(viewer, asOf);
        List<Reach> reach = read.get();
        Supplier<List<Part>> known =
                Abreast.begin(() -> past.isPresent() ? List.of() : beside.of(viewer, now));
        List<Reached> feeds = sources.feeds(viewer, past.isPresent());
        WorkingDays week = house.workingDays(viewer);
        List<TodayPage.Settled> settled = settled(viewer, now);
        boolean nothing = reach.isEmpty() && feeds.isEmpty();
        View view = view(show, past.isPresent(), list, nothing);
        List<Item> shown = view == View.SNOOZED ? list.snoozed() : list.open();
        return new TodayPage(
                asOf,
                week.after(times.today()).toString(),
                past.isPresent(),
                summary(list),
                tabs(view, times.today(), list, settled.size()),
                view == View.DONE ? List.of() : views.levels(viewer, list, shown, item, times),
                settled,
                sources.lines(reach, feeds, week, times),
                sources.stale(reach, feeds, week, times),
                sources.live(feeds, week, times)
                        ? Optional.empty()
                        : lastDay(reach, viewer.zone(), list),
                known.get(),
                view);
    }

    /** A whole day is looked at as of its morning. */
    private static Optional<Instant> moment(
            @Nullable LocalDate day, @Nullable OffsetDateTime at, ZoneId zone) {
        if (at != null) return Optional.of(at.toInstant());
        return Optional.ofNullable(day).map(d -> d.atTime(8, 0).atZone(zone).toInstant());
    }

    private static View view(String show, boolean past, TodayList list, boolean nothing) {
        if (past) return View.ANOTHER_DAY;
        if (nothing && list.open().isEmpty()) return View.FIRST_RUN;
        return switch (show) {
            case "done" -> View.DONE;
            case "snoozed" -> View.SNOOZED;
            default -> View.OPEN;
        };
    }

    private static List<Tab> tabs(View view, LocalDate day, TodayList list, int settled) {
        boolean past = view == View.ANOTHER_DAY;
        return List.of(
                new Tab(
                        "Open",
                        "/",
                        past ? -1 : list.open().size(),
                        view == View.OPEN || view == View.FIRST_RUN),
                new Tab("Done today", "/?show=done", settled, view == View.DONE),
                new Tab(
                        "Snoozed",
                        "/?show=snoozed",
                        past ? -1 : list.snoozed().size(),
                        view == View.SNOOZED),
                new Tab(
                        "As of another day",
                        "/today?day=" + (past ? day : day.minusDays(1)),
                        -1,
                        view == View.ANOTHER_DAY));
    }

    private static String summary(TodayList list) {
        if (list.open().isEmpty()) return "Nobody waits for you.";
        long people = list.open().stream().filter(item -> item.person().isPresent()).count();
        long others = list.open().size() - people;
        return Numbers.of(people, "person", "people")
                + (others == 0 ? "" : ", " + Numbers.of(others, "other matter", "other matters"))
                + ". "
                + waiting(list)
                + ".";
    }

    private static String waiting(TodayList list) {
        long people =
                list.open().stream().filter(item -> item.level() == Level.ANSWER_OWED).count();
        if (people == 0) return "Nobody waits for your answer";
        return Numbers.count(people) + (people == 1 ? " waits" : " wait") + " for your answer";
    }

    private static Optional<LocalDate> lastDay(List<Reach> reach, ZoneId zone, TodayList list) {
        if (!list.open().isEmpty()) return Optional.empty();
        return reach.stream()
                .filter(r -> r.name().equals("mail"))
                .map(r -> LocalDate.ofInstant(r.upTo(), zone))
                .findFirst();
    }

    private List<TodayPage.Settled> settled(Viewer viewer, Instant now) {
        Instant morning =
                LocalDate.ofInstant(now, viewer.zone()).atStartOfDay(viewer.zone()).toInstant();
        var decided = today.settled(viewer, morning, now);
        Map<PersonId, PersonCard> cards =
                people.cards(
                        viewer,
                        decided.stream()
                                .flatMap(d -> d.person().stream())
                                .collect(Collectors.toSet()));
        return decided.stream()
                .collect(
                        Collectors.toMap(
                                d -> d.judgement().batch(),
                                d -> d,
                                (a, _) -> a,
                                java.util.LinkedHashMap::new))
                .values()
                .stream()
                .map(d ->
                        settled(
                                d.judgement(),
                                d.person().flatMap(id -> Optional.ofNullable(cards.get(id)))))
                .toList();
    }

    private static TodayPage.Settled settled(Judgement judgement, Optional<PersonCard> card) {
        String what =
                judgement.verdict() instanceof Verdict.NotNeeded(String reason)
                        ? "not needed: " + reason
                        : "done";
        return new TodayPage.Settled(
                card.map(PersonCard::name).orElse("Somebody"),
                what,
                judgement.at(),
                "/today/undo/" + judgement.batch());
    }
}
