package app.rapport.people.web;

import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.people.Duplicates;
import app.rapport.people.Duplicates.Pair;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import app.rapport.ui.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** People who may stand here twice, one pair after the other. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class DuplicatesController {
    private static final int PAGE = 25;

    private final Duplicates duplicates;
    private final People people;

    DuplicatesController(Duplicates duplicates, People people) {
        this.duplicates = duplicates;
        this.people = people;
    }

    @GetMapping("/duplicates")
    DuplicatesPage list(@RequestParam Optional<String> after, Viewer viewer) {
        Slice<Pair> page = page(viewer, after.filter(text -> !text.isEmpty()));
        Map<PersonId, PersonCard> cards =
                people.cards(
                        viewer,
                        page.items().stream()
                                .flatMap(pair -> Stream.of(pair.one(), pair.two()))
                                .toList());
        List<DuplicatesPage.Pair> shown =
                page.items().stream().flatMap(pair -> shown(pair, cards).stream()).toList();
        return new DuplicatesPage(shown, page.next().orElse(""));
    }

    private Slice<Pair> page(Viewer viewer, Optional<String> after) {
        try {
            return duplicates.page(viewer, after, PAGE);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no place of this list", e);
        }
    }

    private static Optional<DuplicatesPage.Pair> shown(Pair pair, Map<PersonId, PersonCard> cards) {
        PersonCard one = cards.get(pair.one());
        PersonCard two = cards.get(pair.two());
        if (one == null || two == null) return Optional.empty();
        int likely = (int) Math.min(99, Math.round(pair.probability() * 100));
        return Optional.of(
                new DuplicatesPage.Pair(one, two, likely, pair.speaksFor(), pair.against()));
    }

    @PostMapping("/duplicates/different")
    Object differ(
            @RequestParam UUID one,
            @RequestParam UUID two,
            Viewer viewer,
            HttpServletResponse response) {
        if (!duplicates.differ(viewer, new PersonId(one), new PersonId(two)))
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        return Done.to(
                "/duplicates",
                response,
                Notice.undoable(
                        "They stay two, and are not offered again.",
                        "/duplicates/offer?one=" + one + "&two=" + two));
    }

    @PostMapping("/duplicates/offer")
    Object offer(
            @RequestParam UUID one,
            @RequestParam UUID two,
            Viewer viewer,
            HttpServletResponse response) {
        if (!duplicates.differNot(viewer, new PersonId(one), new PersonId(two)))
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        return Done.to("/duplicates", response, Notice.of("The pair is offered again."));
    }
}
