package app.rapport.conversations.web;

import app.rapport.conversations.Channel;
import app.rapport.conversations.Conversations;
import app.rapport.conversations.Side;
import app.rapport.conversations.Touch;
import app.rapport.conversations.TypedTouch;
import app.rapport.conversations.web.LogPage.Typed;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import app.rapport.ui.Seat;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.view.RedirectView;

/** Logging by hand: under twenty seconds, by keyboard. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class LogController {
    private static final DateTimeFormatter FIELD =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private final Conversations conversations;
    private final People people;
    private final Clock clock;

    LogController(Conversations conversations, People people, Clock clock) {
        this.conversations = conversations;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/log")
    LogPage form(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String who,
            HttpServletRequest request) {
        Viewer viewer = Seat.of(request).orElseThrow().viewer();
        Typed typed = new Typed(person, who, "call", "out", now(viewer.zone()), "", "", "", "");
        return page(viewer, typed, Wrong.NOTHING);
    }

    @GetMapping("/log/correct")
    LogPage correct(@RequestParam UUID touch, HttpServletRequest request) {
        Viewer viewer = Seat.of(request).orElseThrow().viewer();
        Touch old =
                conversations
                        .touch(viewer, new TouchId(touch))
                        .filter(t -> t.channel() != Channel.MAIL)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String person =
                old.parties().stream()
                        .flatMap(party -> party.person().stream())
                        .findFirst()
                        .map(PersonId::toString)
                        .orElse("");
        String side = old.side() == Side.THEM ? "in" : old.side() == Side.BOTH ? "both" : "out";
        String at =
                old.at()
                        .map(when -> FIELD.format(LocalDateTime.ofInstant(when, viewer.zone())))
                        .orElse(now(viewer.zone()));
        return page(
                viewer,
                new Typed(
                        person,
                        "",
                        old.channel().word(),
                        side,
                        at,
                        old.minutes().map(String::valueOf).orElse(""),
                        old.subject(),
                        old.words(),
                        old.id().toString()),
                Wrong.NOTHING);
    }

    @PostMapping("/log")
    Object save(
            @ModelAttribute Typed typed, HttpServletRequest request, HttpServletResponse response) {
        Viewer viewer = Seat.of(request).orElseThrow().viewer();
        try {
            PersonId person = person(viewer, typed);
            conversations.log(viewer, touch(typed, person, viewer.zone()));
            String name = people.card(viewer, person).map(PersonCard::name).orElse("Somebody");
            Notices.say(
                    response,
                    Notice.of(
                            capital(typed.channel())
                                    + " with "
                                    + name
                                    + (typed.corrects().isBlank()
                                            ? " is logged."
                                            : " is corrected.")));
            RedirectView to = new RedirectView("/people/" + person);
            to.setStatusCode(HttpStatus.SEE_OTHER);
            return to;
        } catch (TypedTouch.Refused e) {
            return page(viewer, typed, new Wrong(e.field(), String.valueOf(e.getMessage())));
        }
    }

    /** Chosen from the list, or typed so that only one person fits. */
    private PersonId person(Viewer viewer, Typed typed) {
        if (!typed.person().isBlank()) {
            PersonId id = id(typed.person());
            return people.card(viewer, id)
                    .map(PersonCard::id)
                    .orElseThrow(() ->
                            new TypedTouch.Refused("who", "There is no such person any more"));
        }
        List<PersonCard> found = people.search(viewer, typed.who(), 2);
        if (typed.who().isBlank() || found.isEmpty())
            throw new TypedTouch.Refused(
                    "who",
                    typed.who().isBlank()
                            ? "Say with whom"
                            : "No one called '" + typed.who() + "'");
        if (found.size() > 1 && !found.getFirst().name().equalsIgnoreCase(typed.who().strip()))
            throw new TypedTouch.Refused("who", "Several people fit; choose one below");
        return found.getFirst().id();
    }

    private static PersonId id(String text) {
        return named(text)
                .orElseThrow(() -> new TypedTouch.Refused("who", "Choose a person from the list"));
    }

    /** A link may name anybody, also nobody. */
    private static Optional<PersonId> named(String text) {
        try {
            return Optional.of(PersonId.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static TouchId corrected(String text) {
        try {
            return TouchId.of(text);
        } catch (IllegalArgumentException e) {
            throw new TypedTouch.Refused("corrects", "There is no such entry to correct");
        }
    }

    private static TypedTouch touch(Typed typed, PersonId person, ZoneId zone) {
        Side side =
                switch (typed.side()) {
                    case "in" -> Side.THEM;
                    case "both" -> Side.BOTH;
                    default -> Side.YOU;
                };
        return new TypedTouch(
                channel(typed.channel()),
                List.of(person),
                at(typed.at(), zone),
                side,
                minutes(typed.minutes()),
                typed.subject(),
                typed.words(),
                typed.corrects().isBlank()
                        ? Optional.empty()
                        : Optional.of(corrected(typed.corrects())));
    }

    private static Channel channel(String word) {
        try {
            return Channel.of(word);
        } catch (IllegalArgumentException e) {
            throw new TypedTouch.Refused("channel", "Choose call, meeting, letter or note");
        }
    }

    private static Instant at(String text, ZoneId zone) {
        try {
            return LocalDateTime.parse(text, FIELD).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new TypedTouch.Refused("at", "Write the time as 2026-03-10T14:30");
        }
    }

    private static Optional<Integer> minutes(String text) {
        if (text.isBlank()) return Optional.empty();
        try {
            return Optional.of(Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            throw new TypedTouch.Refused("minutes", "Minutes are a whole number");
        }
    }

    private LogPage page(Viewer viewer, Typed typed, Wrong wrong) {
        List<PersonCard> offered =
                typed.who().isBlank() ? List.of() : people.search(viewer, typed.who(), 8);
        if (!typed.person().isBlank() && !wrong.any())
            offered =
                    named(typed.person()).flatMap(id -> people.card(viewer, id)).stream().toList();
        return new LogPage(
                offered.stream()
                        .map(card ->
                                new LogPage.Offer(card.id().toString(), card.name(), card.where()))
                        .toList(),
                typed,
                wrong);
    }

    private String now(ZoneId zone) {
        return FIELD.format(LocalDateTime.ofInstant(clock.instant(), zone));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
