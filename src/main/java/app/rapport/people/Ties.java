package app.rapport.people;

import app.rapport.access.Refused;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.people.model.Change;
import app.rapport.people.store.AccountRows;
import app.rapport.people.store.FieldHistory;
import app.rapport.people.store.TieRows;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who decides, uses, judges, opens doors: ties between people and companies, and among people. */
@Service
public class Ties {
    private static final String FIELD = "tie";
    private static final int LONGEST_NOTE = 500;

    private final TieRows ties;
    private final AccountRows accounts;
    private final AccountBook companies;
    private final People people;
    private final FieldHistory history;
    private final Clock clock;

    Ties(
            TieRows ties,
            AccountRows accounts,
            AccountBook companies,
            People people,
            FieldHistory history,
            Clock clock) {
        this.ties = ties;
        this.accounts = accounts;
        this.companies = companies;
        this.people = people;
        this.history = history;
        this.clock = clock;
    }

    /** Those of the person, then those of others to the person. */
    public List<Tie> ofPerson(Viewer viewer, PersonId person) {
        return ties.ofPerson(viewer, person);
    }

    public List<Tie> ofAccount(Viewer viewer, AccountId account) {
        return ties.ofAccount(viewer, account);
    }

    public Optional<Tie> one(Viewer viewer, UUID id) {
        return ties.one(viewer, id);
    }

    /**
     * @throws Refused when there is no such company, or there is such a tie already
     */
    @Transactional
    public Tie toAccount(
            Viewer viewer, PersonId person, AccountId account, Role role, String note) {
        String name =
                Optional.ofNullable(accounts.names(viewer, List.of(account)).get(account))
                        .orElseThrow(() -> new Refused("account", "There is no such company"));
        return add(viewer, person, account.value(), name, false, role, note);
    }

    /** The same, to the company of that name, which is made where there is none. */
    @Transactional
    public Tie toCompany(Viewer viewer, PersonId person, String company, Role role, String note) {
        return toAccount(viewer, person, companies.named(viewer, company), role, note);
    }

    /**
     * @throws Refused when there is no such other person, or there is such a tie already
     */
    @Transactional
    public Tie toPerson(Viewer viewer, PersonId person, PersonId other, Role role, String note) {
        if (other.equals(person)) throw new Refused("person", "A tie leads to somebody else");
        String name =
                people.card(viewer, other)
                        .map(PersonCard::name)
                        .orElseThrow(() -> new Refused("person", "There is no such person"));
        return add(viewer, person, other.value(), name, true, role, note);
    }

    private Tie add(
            Viewer viewer,
            PersonId person,
            UUID to,
            String toName,
            boolean toPerson,
            Role role,
            String note) {
        if (note.strip().length() > LONGEST_NOTE)
            throw new Refused("note", "This note is too long");
        String name = people.card(viewer, person).map(PersonCard::name).orElseThrow();
        Tie tie = new Tie(Uuid7.next(), person, name, to, toName, toPerson, role, note.strip());
        if (!ties.add(viewer, tie, clock.instant()))
            throw new Refused("role", name + " has this role already");
        remember(viewer, tie, "", tie.words());
        return tie;
    }

    @Transactional
    public void remove(Viewer viewer, Tie tie) {
        ties.remove(viewer, tie.id());
        remember(viewer, tie, tie.words(), "");
    }

    private void remember(Viewer viewer, Tie tie, String before, String after) {
        Instant at = clock.instant();
        Change change = new Change(FIELD, before, after);
        history.add(viewer, tie.person().value(), List.of(change), at);
        String whose = tie.personName() + ": ";
        history.add(
                viewer,
                tie.to(),
                List.of(
                        new Change(
                                FIELD,
                                before.isEmpty() ? "" : whose + before,
                                after.isEmpty() ? "" : whose + after)),
                at);
    }
}
