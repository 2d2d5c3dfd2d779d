package app.rapport.negotiations.web;

import app.rapport.access.Refused;
import app.rapport.deals.DealId;
import app.rapport.deals.DealQuery;
import app.rapport.deals.Deals;
import app.rapport.kernel.Cursor;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.NegotiationId;
import app.rapport.negotiations.Negotiations;
import app.rapport.negotiations.model.PlanDate;
import app.rapport.negotiations.model.PlanPart;
import app.rapport.ui.Choice;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Negotiations: the viewer's list, a new one, its team, its date, its table and its versions. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class NegotiationsController {
    private static final int DEALS = 100;

    private static final int PAGE = 100;

    private final Negotiations negotiations;
    private final PlanPages pages;
    private final Deals deals;
    private final Clock clock;

    NegotiationsController(Negotiations negotiations, PlanPages pages, Deals deals, Clock clock) {
        this.negotiations = negotiations;
        this.pages = pages;
        this.deals = deals;
        this.clock = clock;
    }

    /**
     * @param after where a later page begins; what is no place of the list begins it anew
     */
    @GetMapping("/negotiations")
    NegotiationsPage list(@RequestParam(defaultValue = "") String after, Viewer viewer) {
        try {
            return new NegotiationsPage(negotiations.page(viewer, after, PAGE));
        } catch (Cursor.Foreign e) {
            return new NegotiationsPage(negotiations.page(viewer, "", PAGE));
        }
    }

    @GetMapping("/negotiations/new")
    NewNegotiationPage blank(@RequestParam(defaultValue = "") String deal, Viewer viewer) {
        return blank(viewer, "", deal, "", Wrong.NOTHING);
    }

    private NewNegotiationPage blank(
            Viewer viewer, String title, String deal, String like, Wrong wrong) {
        List<Choice> open = new ArrayList<>();
        DealQuery newest = DealQuery.of(Map.of("state", "open", "sort", "-changed"));
        deals.page(viewer, newest, Optional.empty(), DEALS)
                .items()
                .forEach(line -> open.add(new Choice(line.id().toString(), line.name())));
        chosen(deal)
                .filter(id -> open.stream().noneMatch(one -> one.value().equals(deal)))
                .ifPresent(id ->
                        deals.lines(viewer, List.of(id))
                                .forEach(line -> open.addFirst(new Choice(deal, line.name()))));
        List<Choice> earlier = new ArrayList<>(List.of(new Choice("", "An empty plan")));
        negotiations
                .list(viewer)
                .forEach(one -> earlier.add(new Choice(one.id().toString(), one.title())));
        return new NewNegotiationPage(title, deal, like, open, earlier, wrong);
    }

    private static Optional<DealId> chosen(String deal) {
        try {
            return deal.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new DealId(UUID.fromString(deal)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @PostMapping("/negotiations")
    Object begin(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String deal,
            @RequestParam(defaultValue = "") String like,
            Viewer viewer,
            HttpServletResponse response) {
        try {
            DealId of = chosen(deal).orElseThrow(() -> new Refused("deal", "Choose a deal"));
            Optional<NegotiationId> earlier = chosen(like).map(id -> new NegotiationId(id.value()));
            NegotiationId id = negotiations.begin(viewer, of, title, earlier);
            return PlanPages.to("/negotiations/" + id, "The plan begins.", response);
        } catch (Refused e) {
            return blank(viewer, title, deal, like, new Wrong(e.field(), e.getMessage()));
        }
    }

    @PostMapping("/negotiations/{id}/schedule")
    Object schedule(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String planOn,
            @RequestParam(defaultValue = "") String seen,
            Viewer viewer,
            HttpServletResponse response) {
        return pages.saved(
                viewer,
                id,
                new Saving(
                        PlanPart.HEAD,
                        seen,
                        "",
                        "",
                        planOn.isBlank()
                                ? "The planning has no date."
                                : "The planning has its date.",
                        plan ->
                                plan.titled(
                                        title.isBlank() ? plan.title() : title.strip(),
                                        moment(viewer, planOn))),
                response,
                PlanPage::of);
    }

    private static Optional<Instant> moment(Viewer viewer, String typed) {
        if (typed.isBlank()) return Optional.empty();
        try {
            return Optional.of(
                    LocalDateTime.parse(typed.strip()).atZone(viewer.zone()).toInstant());
        } catch (DateTimeException e) {
            throw new Refused("planOn", "A day and a time, such as 2026-12-01T09:00");
        }
    }

    /** The planning as an event for the own calendar. */
    @GetMapping("/negotiations/{id}/plan.ics")
    ResponseEntity<String> event(@PathVariable UUID id, Viewer viewer) {
        var one = pages.existing(viewer, id);
        Instant at = one.plan().planOn().orElseThrow(PlanPages::nothing);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"plan.ics\"")
                .body(PlanDate.event(id, one.plan().title(), at, clock.instant()));
    }

    @PostMapping("/negotiations/{id}/team")
    Object join(
            @PathVariable UUID id,
            @RequestParam UUID member,
            Viewer viewer,
            HttpServletResponse response) {
        pages.existing(viewer, id);
        negotiations.join(viewer, new NegotiationId(id), new MemberId(member));
        return PlanPages.to("/negotiations/" + id, "Your colleague sees this plan now.", response);
    }

    @PostMapping("/negotiations/{id}/team/{member}/leave")
    Object leave(
            @PathVariable UUID id,
            @PathVariable UUID member,
            Viewer viewer,
            HttpServletResponse response) {
        pages.existing(viewer, id);
        String words;
        try {
            negotiations.leave(viewer, new NegotiationId(id), new MemberId(member));
            words = "Your colleague sees this plan no more.";
        } catch (Refused e) {
            words = e.getMessage() + ".";
        }
        boolean still = negotiations.one(viewer, new NegotiationId(id)).isPresent();
        return PlanPages.to(still ? "/negotiations/" + id : "/negotiations", words, response);
    }

    @PostMapping("/negotiations/{id}/open")
    Object open(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        pages.existing(viewer, id);
        try {
            negotiations.open(viewer, new NegotiationId(id));
            return PlanPages.to(
                    "/negotiations/" + id + "/table",
                    "The table is open, and this plan is kept.",
                    response);
        } catch (Refused e) {
            return PlanPages.to("/negotiations/" + id, e.getMessage() + ".", response);
        }
    }

    @PostMapping("/negotiations/{id}/remove")
    Object remove(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        pages.existing(viewer, id);
        try {
            negotiations.remove(viewer, new NegotiationId(id));
            return PlanPages.to("/negotiations", "The plan is gone.", response);
        } catch (Refused e) {
            return PlanPages.to("/negotiations/" + id, e.getMessage() + ".", response);
        }
    }

    @GetMapping("/negotiations/{id}/print")
    PrintedPlanPage print(@PathVariable UUID id, Viewer viewer) {
        PlanHead head = pages.head(viewer, id, "");
        return PrintedPlanPage.of(head, "", head.plan(), head.readiness());
    }
}
