package app.rapport.people;

import app.rapport.access.House;
import app.rapport.access.Us;
import app.rapport.database.Tombstones;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import app.rapport.people.model.ExternalId;
import app.rapport.people.store.IdentityLock;
import app.rapport.people.store.IntakeRows;
import app.rapport.people.store.Kind;
import app.rapport.people.store.KnownRecords;
import app.rapport.people.store.RowStatement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes persons and companies of files in, batch by batch. The same mail address, or the same id of
 * the same program, is the same person; a company is found by id, domain or name; a row that was
 * there before changes nothing.
 */
@Service
public class ContactIntake {
    private final KnownRecords known;
    private final IdentityLock identities;
    private final IntakeRows rows;
    private final WordsBehind words;
    private final House house;
    private final Tombstones tombstones;
    private final Clock clock;

    ContactIntake(
            KnownRecords known,
            IdentityLock identities,
            IntakeRows rows,
            WordsBehind words,
            House house,
            Tombstones tombstones,
            Clock clock) {
        this.tombstones = tombstones;
        this.known = known;
        this.identities = identities;
        this.rows = rows;
        this.words = words;
        this.house = house;
        this.clock = clock;
    }

    /**
     * Where a batch comes from.
     *
     * @param program that wrote the file; empty when not known
     * @param layout what tells files of one form apart where the program is not known
     */
    public record Origin(ImportId importId, String program, String layout) {}

    /**
     * What became of one draft.
     *
     * @param isNew false when the row changed nothing
     */
    public record Outcome(UUID subject, boolean isNew) {}

    /** Outcomes in the order of the drafts; how many records were made and changed. */
    public record Taken(
            List<Outcome> accounts,
            List<Outcome> contacts,
            int contactsCreated,
            int contactsUpdated,
            int accountsCreated,
            int accountsUpdated) {}

    /** What a file of that origin calls a company by; as {@link #companiesByRef} asks for it. */
    public static String companyRef(Origin origin, String id) {
        return Batch.companyId(origin, id).map(one -> one.scope() + "|" + one.id()).orElse("");
    }

    /** The companies that came with such an id. */
    public Map<String, AccountId> companiesByRef(Viewer viewer, Collection<String> refs) {
        List<ExternalId> ids =
                refs.stream()
                        .map(ref -> ref.split("\\|", 2))
                        .map(parts -> new ExternalId(parts[0], parts[1]))
                        .toList();
        Map<String, AccountId> found = new HashMap<>();
        known.byId(viewer, Kind.ACCOUNT, ids)
                .forEach((id, company) ->
                        found.put(id.scope() + "|" + id.id(), new AccountId(company)));
        return found;
    }

    /** Stores a batch, companies before persons; in the caller's transaction where there is one. */
    @Transactional
    public Taken take(
            Viewer viewer,
            Us us,
            Origin origin,
            List<Told<AccountDraft>> accounts,
            List<Told<ContactDraft>> contacts) {
        if (accounts.isEmpty() && contacts.isEmpty())
            return new Taken(List.of(), List.of(), 0, 0, 0, 0);
        identities.hold(viewer);
        AccountBatch companies =
                new AccountBatch(
                        viewer,
                        us,
                        origin,
                        known,
                        rows,
                        house.membersByWord(viewer),
                        clock.instant());
        companies.look(accounts, contacts);
        List<Outcome> accountOutcomes = companies.take(accounts);
        ContactBatch persons = new ContactBatch(companies, tombstones);
        List<Outcome> contactOutcomes = persons.take(contacts);
        List<RowStatement> statements = new ArrayList<>(companies.statements());
        statements.addAll(persons.statements());
        rows.write(statements);
        words.follow(viewer, origin.importId(), persons.changed());
        return new Taken(
                accountOutcomes,
                contactOutcomes,
                persons.created(),
                persons.updated(),
                companies.created(),
                companies.updated());
    }
}
