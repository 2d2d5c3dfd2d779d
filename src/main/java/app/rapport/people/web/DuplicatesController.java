package app.rapport.people.web;

import app.rapport.kernel.AccountId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.RecordKind;
import app.rapport.kernel.Right;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.people.AccountLine;
import app.rapport.people.Accounts;
import app.rapport.people.Duplicates;
import app.rapport.people.Duplicates.Pair;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import app.rapport.people.web.DuplicatesPage.Twin;
import app.rapport.ui.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
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

/** People and companies that may stand here twice, one pair after the other. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class DuplicatesController {
    private static final int PAGE = 25;

    private final Duplicates duplicates;
    private final People people;
    private final Accounts accounts;

    DuplicatesController(Duplicates duplicates, People people, Accounts accounts) {
        this.duplicates = duplicates;
        this.people = people;
        this.accounts = accounts;
    }

    @GetMapping("/duplicates")
    DuplicatesPage people(@RequestParam Optional<String> after, Viewer viewer) {
        return list(viewer, RecordKind.CONTACT, after);
    }

    @GetMapping("/duplicates/companies")
    DuplicatesPage companies(@RequestParam Optional<String> after, Viewer viewer) {
        return list(viewer, RecordKind.ACCOUNT, after);
    }

    private DuplicatesPage list(Viewer viewer, RecordKind kind, Optional<String> after) {
        Slice<Pair> page = page(viewer, kind, after.filter(text -> !text.isEmpty()));
        List<UUID> ids =
                page.items().stream().flatMap(pair -> Stream.of(pair.one(), pair.two())).toList();
        Map<UUID, Twin> twins =
                kind == RecordKind.CONTACT ? people(viewer, ids) : firms(viewer, ids);
        return new DuplicatesPage(
                kind == RecordKind.ACCOUNT,
                page.items().stream().flatMap(pair -> shown(pair, twins).stream()).toList(),
                page.next().orElse(""));
    }

    private Slice<Pair> page(Viewer viewer, RecordKind kind, Optional<String> after) {
        try {
            return duplicates.page(viewer, kind, after, PAGE);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no place of this list", e);
        }
    }

    private Map<UUID, Twin> people(Viewer viewer, List<UUID> ids) {
        Map<UUID, Twin> twins = new HashMap<>();
        people.cards(viewer, ids.stream().map(PersonId::new).toList())
                .forEach((id, card) -> twins.put(id.value(), twin(card)));
        return twins;
    }

    private static Twin twin(PersonCard card) {
        return new Twin(
                card.id().toString(),
                "/people/" + card.id(),
                card.name().isBlank() ? "No name" : card.name(),
                card.where(),
                Stream.concat(card.addresses().stream(), card.phones().stream()).toList());
    }

    private Map<UUID, Twin> firms(Viewer viewer, List<UUID> ids) {
        Map<UUID, Twin> twins = new HashMap<>();
        accounts.lines(viewer, ids.stream().map(AccountId::new).toList())
                .forEach((id, line) -> twins.put(id.value(), twin(line)));
        return twins;
    }

    private static Twin twin(AccountLine line) {
        return new Twin(
                line.id().toString(),
                "/accounts/" + line.id(),
                line.name(),
                line.people() == 1 ? "1 person" : line.people() + " people",
                line.domains());
    }

    private static Optional<DuplicatesPage.Pair> shown(Pair pair, Map<UUID, Twin> twins) {
        Twin one = twins.get(pair.one());
        Twin two = twins.get(pair.two());
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
        return differ(viewer, RecordKind.CONTACT, "/duplicates", one, two, response);
    }

    @PostMapping("/duplicates/companies/different")
    Object differCompanies(
            @RequestParam UUID one,
            @RequestParam UUID two,
            Viewer viewer,
            HttpServletResponse response) {
        return differ(viewer, RecordKind.ACCOUNT, "/duplicates/companies", one, two, response);
    }

    private Object differ(
            Viewer viewer,
            RecordKind kind,
            String list,
            UUID one,
            UUID two,
            HttpServletResponse response) {
        if (!duplicates.differ(viewer, kind, one, two))
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        return Done.to(
                list,
                response,
                Notice.undoable(
                        "They stay two, and are not offered again.",
                        list + "/offer?one=" + one + "&two=" + two));
    }

    @PostMapping("/duplicates/offer")
    Object offer(
            @RequestParam UUID one,
            @RequestParam UUID two,
            Viewer viewer,
            HttpServletResponse response) {
        return offer(viewer, RecordKind.CONTACT, "/duplicates", one, two, response);
    }

    @PostMapping("/duplicates/companies/offer")
    Object offerCompanies(
            @RequestParam UUID one,
            @RequestParam UUID two,
            Viewer viewer,
            HttpServletResponse response) {
        return offer(viewer, RecordKind.ACCOUNT, "/duplicates/companies", one, two, response);
    }

    private Object offer(
            Viewer viewer,
            RecordKind kind,
            String list,
            UUID one,
            UUID two,
            HttpServletResponse response) {
        if (!duplicates.differNot(viewer, kind, one, two))
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        return Done.to(list, response, Notice.of("The pair is offered again."));
    }
}
