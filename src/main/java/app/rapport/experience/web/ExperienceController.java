package app.rapport.experience.web;

import app.rapport.access.Refused;
import app.rapport.conversations.Conversations;
import app.rapport.experience.Experiences;
import app.rapport.experience.Surveys;
import app.rapport.experience.TouchPoints;
import app.rapport.experience.model.Mark.Feeling;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.ExperienceEntry.Key;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.people.Account;
import app.rapport.people.AccountBook;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The experience ledger of a person or a company, what one says of it, and what is wrong in it. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class ExperienceController {
    private static final int TOUCHES_OFFERED = 10;

    private final Experiences experiences;
    private final Surveys surveys;
    private final TouchPoints points;
    private final Conversations conversations;
    private final People people;
    private final AccountBook accounts;
    private final Clock clock;

    ExperienceController(
            Experiences experiences,
            Surveys surveys,
            TouchPoints points,
            Conversations conversations,
            People people,
            AccountBook accounts,
            Clock clock) {
        this.experiences = experiences;
        this.surveys = surveys;
        this.points = points;
        this.conversations = conversations;
        this.people = people;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The moment up to which somebody asks, the evening of a day that has passed. */
    private record AsOf(Instant at, LocalDate day, boolean past) {}

    private AsOf asOf(String typed, Viewer viewer) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, viewer.zone());
        Optional<LocalDate> day = Days.of(typed).filter(one -> one.isBefore(today));
        return day.map(one ->
                        new AsOf(
                                one.plusDays(1).atStartOfDay(viewer.zone()).toInstant(), one, true))
                .orElse(new AsOf(now, today, false));
    }

    @GetMapping("/people/{id}/experience")
    ExperiencePage ofPerson(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String at, Viewer viewer) {
        PersonCard card = card(viewer, id);
        AsOf asOf = asOf(at, viewer);
        return new ExperiencePage(
                new ExperienceView(
                        "/people/" + id,
                        card.name(),
                        experiences.story(viewer, card.id(), asOf.at())),
                asOf.day(),
                asOf.past(),
                asOf.past() ? Optional.empty() : Optional.of(moments(viewer, card)),
                points.all(viewer));
    }

    @GetMapping("/accounts/{id}/experience")
    ExperiencePage ofAccount(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String at, Viewer viewer) {
        Account account = account(viewer, id);
        AsOf asOf = asOf(at, viewer);
        return new ExperiencePage(
                new ExperienceView(
                        "/accounts/" + id,
                        account.name(),
                        experiences.story(
                                viewer,
                                account.id(),
                                accounts.people(viewer, account.id()),
                                asOf.at())),
                asOf.day(),
                asOf.past(),
                Optional.empty(),
                points.all(viewer));
    }

    private MomentsView moments(Viewer viewer, PersonCard card) {
        return new MomentsView(
                "/people/" + card.id(),
                surveys.moments(viewer, card.id()),
                conversations.story(
                        viewer, card.id(), clock.instant(), Optional.empty(), TOUCHES_OFFERED),
                surveys.restsUntil(viewer, card.id()),
                card.addresses().stream().findFirst());
    }

    @PostMapping("/people/{id}/experience/marks")
    String markPerson(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String feeling,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String day,
            @RequestParam Optional<UUID> point,
            Viewer viewer,
            HttpServletResponse response) {
        PersonCard card = card(viewer, id);
        String home = "/people/" + id + "/experience";
        say(
                response,
                home,
                () ->
                        experiences.mark(
                                viewer, card.id(), mark(viewer, feeling, words, day, point)));
        return "redirect:" + home;
    }

    @PostMapping("/accounts/{id}/experience/marks")
    String markAccount(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String feeling,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String day,
            @RequestParam Optional<UUID> point,
            Viewer viewer,
            HttpServletResponse response) {
        Account account = account(viewer, id);
        String home = "/accounts/" + id + "/experience";
        say(
                response,
                home,
                () ->
                        experiences.mark(
                                viewer, account.id(), mark(viewer, feeling, words, day, point)));
        return "redirect:" + home;
    }

    private Experiences.New mark(
            Viewer viewer, String feeling, String words, String day, Optional<UUID> point) {
        Feeling felt =
                Feeling.of(feeling)
                        .orElseThrow(() -> new Refused("feeling", "Choose how they felt"));
        return new Experiences.New(
                felt, words, Days.moment(day, viewer.zone(), clock.instant()), point);
    }

    private static void say(
            HttpServletResponse response, String home, java.util.function.Supplier<UUID> marking) {
        try {
            UUID mark = marking.get();
            Notices.say(
                    response,
                    Notice.undoable(
                            "Your mark is in the ledger.", home + "/marks/" + mark + "/take-back"));
        } catch (Refused e) {
            Notices.say(response, Notice.of(e.getMessage() + "."));
        }
    }

    @PostMapping("/people/{id}/experience/marks/{mark}/take-back")
    String takeBackOfPerson(
            @PathVariable UUID id,
            @PathVariable UUID mark,
            Viewer viewer,
            HttpServletResponse response) {
        card(viewer, id);
        return takenBack(viewer, id, mark, "/people/", response);
    }

    @PostMapping("/accounts/{id}/experience/marks/{mark}/take-back")
    String takeBackOfAccount(
            @PathVariable UUID id,
            @PathVariable UUID mark,
            Viewer viewer,
            HttpServletResponse response) {
        account(viewer, id);
        return takenBack(viewer, id, mark, "/accounts/", response);
    }

    private String takenBack(
            Viewer viewer, UUID of, UUID mark, String where, HttpServletResponse response) {
        if (!experiences.takeBack(viewer, of, mark)) throw nothing();
        Notices.say(response, Notice.of("The mark is taken back."));
        return "redirect:" + where + of + "/experience";
    }

    @PostMapping("/people/{id}/experience/wrong")
    String wrong(
            @PathVariable UUID id,
            @RequestParam String source,
            @RequestParam String entry,
            @RequestParam(defaultValue = "") String words,
            Viewer viewer,
            HttpServletResponse response) {
        PersonCard card = card(viewer, id);
        if (!experiences.correct(viewer, card.id(), new Key(source, entry), words)) throw nothing();
        Notices.say(
                response,
                Notice.undoable(
                        "That counts nothing from now on; your word stands beside it.",
                        "/people/"
                                + id
                                + "/experience/right?source="
                                + source
                                + "&entry="
                                + entry));
        return "redirect:/people/" + id + "/experience";
    }

    @PostMapping("/people/{id}/experience/right")
    String right(
            @PathVariable UUID id,
            @RequestParam String source,
            @RequestParam String entry,
            Viewer viewer,
            HttpServletResponse response) {
        PersonCard card = card(viewer, id);
        if (!experiences.countAgain(viewer, card.id(), new Key(source, entry))) throw nothing();
        Notices.say(response, Notice.of("That counts again."));
        return "redirect:/people/" + id + "/experience";
    }

    private PersonCard card(Viewer viewer, UUID id) {
        return people.card(viewer, new PersonId(id)).orElseThrow(ExperienceController::nothing);
    }

    private Account account(Viewer viewer, UUID id) {
        return accounts.account(viewer, new AccountId(id))
                .orElseThrow(ExperienceController::nothing);
    }

    static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
