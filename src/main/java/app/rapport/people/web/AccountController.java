package app.rapport.people.web;

import app.rapport.access.House;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.AccountSection;
import app.rapport.kernel.LastTalk;
import app.rapport.kernel.LastTalk.Talk;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.PersonSection.Place;
import app.rapport.kernel.PersonSection.Section;
import app.rapport.kernel.RecordKind;
import app.rapport.kernel.Right;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.people.Account;
import app.rapport.people.AccountBook;
import app.rapport.people.AccountLine;
import app.rapport.people.Accounts;
import app.rapport.people.Duplicates;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import app.rapport.people.Ties;
import app.rapport.people.web.AccountPage.Worker;
import app.rapport.people.web.AccountsPage.Line;
import app.rapport.ui.Parts;
import app.rapport.ui.Parts.Part;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The list of companies, and single ones. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class AccountController {
    private static final int PAGE = 50;
    private static final int TWINS = 1_000;

    private final Accounts accounts;
    private final AccountBook book;
    private final People people;
    private final Ties ties;
    private final Duplicates duplicates;
    private final House house;
    private final List<LastTalk> lastTalks;
    private final List<AccountSection> sections;
    private final Parts parts;
    private final Clock clock;

    AccountController(
            Accounts accounts,
            AccountBook book,
            People people,
            Ties ties,
            Duplicates duplicates,
            House house,
            List<LastTalk> lastTalks,
            List<AccountSection> sections,
            Parts parts,
            Clock clock) {
        this.accounts = accounts;
        this.book = book;
        this.people = people;
        this.ties = ties;
        this.duplicates = duplicates;
        this.house = house;
        this.lastTalks = lastTalks;
        this.sections = sections;
        this.parts = parts;
        this.clock = clock;
    }

    @GetMapping("/accounts")
    AccountsPage list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam Optional<String> after,
            Viewer viewer) {
        Slice<AccountLine> page = page(viewer, q, after.filter(text -> !text.isEmpty()));
        Map<AccountId, List<PersonId>> workers =
                accounts.peopleOf(viewer, page.items().stream().map(AccountLine::id).toList());
        Map<PersonId, Talk> talks =
                talks(viewer, workers.values().stream().flatMap(List::stream).toList());
        return new AccountsPage(
                q,
                page.items().stream()
                        .map(line -> new Line(line, last(workers.get(line.id()), talks)))
                        .toList(),
                duplicates.count(viewer, RecordKind.ACCOUNT, TWINS),
                page.next().orElse(""));
    }

    private Slice<AccountLine> page(Viewer viewer, String q, Optional<String> after) {
        try {
            return accounts.page(viewer, q, after, PAGE);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no place of this list", e);
        }
    }

    private static Optional<Instant> last(
            @org.jspecify.annotations.Nullable List<PersonId> workers, Map<PersonId, Talk> talks) {
        if (workers == null) return Optional.empty();
        return workers.stream()
                .flatMap(id -> talks.getOrDefault(id, Talk.NEVER).newest().stream())
                .max(Comparator.naturalOrder());
    }

    private Map<PersonId, Talk> talks(Viewer viewer, Collection<PersonId> ids) {
        Map<PersonId, Talk> talks = new HashMap<>();
        if (!ids.isEmpty())
            lastTalks.forEach(
                    source -> talks.putAll(source.lastTalks(viewer, ids, clock.instant())));
        return talks;
    }

    @GetMapping("/accounts/{id}")
    AccountPage account(@PathVariable UUID id, Viewer viewer) {
        Account account =
                book.account(viewer, new AccountId(id))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Instant now = clock.instant();
        List<PersonId> workers = book.people(viewer, account.id());
        List<Section> all =
                sections.stream()
                        .flatMap(one -> one.section(viewer, account.id(), workers, now).stream())
                        .sorted(Comparator.comparingInt(Section::order))
                        .toList();
        return new AccountPage(
                account,
                account.owner()
                        .map(owner -> house.members(viewer).getOrDefault(owner, ""))
                        .orElse(""),
                workers(viewer, workers),
                ties.ofAccount(viewer, account.id()),
                accounts.children(viewer, account.id()),
                at(all, Place.BANNER),
                at(all, Place.MAIN),
                at(all, Place.ASIDE));
    }

    /** Who talked last stands first, then the others by name. */
    private List<Worker> workers(Viewer viewer, List<PersonId> ids) {
        Map<PersonId, PersonCard> cards = people.cards(viewer, ids);
        Map<PersonId, Talk> talks = talks(viewer, ids);
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(cards.get(id)).stream())
                .map(card -> new Worker(card, talks.getOrDefault(card.id(), Talk.NEVER)))
                .sorted(
                        Comparator.comparing(
                                (Worker worker) -> worker.talk().newest().orElse(Instant.EPOCH),
                                Comparator.reverseOrder()))
                .toList();
    }

    private List<Part> at(List<Section> all, Place place) {
        return all.stream()
                .filter(part -> part.place() == place)
                .map(part -> parts.part(part.template(), part.page()))
                .toList();
    }
}
