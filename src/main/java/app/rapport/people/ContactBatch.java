package app.rapport.people;

import app.rapport.access.Us;
import app.rapport.database.Tombstones;
import app.rapport.people.PointDraft.Kind;
import app.rapport.people.model.ExternalId;
import app.rapport.people.model.Names;
import app.rapport.people.model.Said;
import app.rapport.people.model.Seen;
import app.rapport.people.model.Standing;
import app.rapport.people.store.IntakeRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Persons of a batch. */
final class ContactBatch extends Batch {
    private final AccountBatch companies;
    private final Map<String, UUID> byMail = new HashMap<>();
    private final Map<ExternalId, UUID> byId = new HashMap<>();
    private final Tombstones tombstones;
    private Map<String, Tombstones.Erased> erased = Map.of();

    ContactBatch(AccountBatch companies, Tombstones tombstones) {
        super(
                app.rapport.people.store.Kind.CONTACT,
                companies.viewer,
                companies.origin,
                companies.known,
                companies.rows,
                companies.members,
                companies.now);
        this.companies = companies;
        this.tombstones = tombstones;
    }

    List<ContactIntake.Outcome> take(List<Told<ContactDraft>> rows) {
        recall(rows);
        look(rows);
        erased = tombstones.of(viewer, () -> things(rows));
        List<ContactIntake.Outcome> outcomes = new ArrayList<>();
        for (Told<ContactDraft> row : rows) outcomes.add(take(row));
        companies
                .arrived()
                .forEach((contact, account) -> {
                    Standing standing = standing(contact);
                    if (standing != null)
                        standing.take(Said.only("account_id", account.toString()));
                });
        return outcomes;
    }

    private void look(List<Told<ContactDraft>> rows) {
        Set<String> mails = new HashSet<>();
        Set<ExternalId> ids = new HashSet<>();
        for (Told<ContactDraft> row : rows) {
            ContactDraft draft = row.draft();
            mails(draft).forEach(point -> mails.add(point.key()));
            ownId(draft.externalId()).ifPresent(ids::add);
        }
        byMail.putAll(known.byMail(viewer, mails));
        byId.putAll(known.byId(viewer, app.rapport.people.store.Kind.CONTACT, ids));
        Set<UUID> there = new HashSet<>(byMail.values());
        there.addAll(byId.values());
        there.addAll(companies.arrived().keySet());
        load(there);
    }

    private static Set<String> things(List<Told<ContactDraft>> rows) {
        Set<String> things = new HashSet<>();
        for (Told<ContactDraft> row : rows) {
            things.add(Tombstones.row(row.digest()));
            mails(row.draft()).forEach(mail -> things.add(Tombstones.address(mail.key())));
        }
        return things;
    }

    /** A file does not bring back who was erased; the row counts as known. */
    private Optional<UUID> gone(Told<ContactDraft> row) {
        if (erased.isEmpty()) return Optional.empty();
        return things(List.of(row)).stream()
                .flatMap(thing -> Optional.ofNullable(erased.get(thing)).stream())
                .map(one -> one.person().value())
                .findFirst();
    }

    private static List<PointDraft> mails(ContactDraft draft) {
        return draft.points().stream().filter(point -> point.kind() == Kind.MAIL).toList();
    }

    private ContactIntake.Outcome take(Told<ContactDraft> row) {
        ContactDraft draft = row.draft();
        Optional<UUID> gone = gone(row);
        if (gone.isPresent()) return new ContactIntake.Outcome(gone.get(), false);
        Optional<ExternalId> id = ownId(draft.externalId());
        Said said = inCharge(Said.of(draft, id), draft.owner());
        Seen before = seenBefore(row);
        if (before != null) return note(row, before.subject(), before.again(), false);
        Optional<UUID> same = find(draft, id);
        Standing standing = same.map(this::standing).orElse(null);
        if (standing == null) {
            // somebody removed this person by hand: a file does not bring them back
            if (same.isPresent()) return note(row, same.get(), said.again(), false);
            standing = fresh(birth(draft));
        }
        UUID person = standing.id();
        mails(draft).forEach(mail -> byMail.putIfAbsent(mail.key(), person));
        id.ifPresent(external -> byId.putIfAbsent(external, person));
        Said mine = said.withPoints(own(draft, person));
        if (standing.field("display_name").isEmpty() && draft.displayName().isEmpty())
            mine = mine.and("display_name", called(draft));
        Optional<UUID> employer = employer(draft, standing);
        if (employer.isPresent()) mine = mine.and("account_id", employer.get().toString());
        ContactIntake.Outcome outcome = tell(row, standing, mine);
        awaitCompany(draft, standing);
        return outcome;
    }

    private Optional<UUID> find(ContactDraft draft, Optional<ExternalId> id) {
        return mails(draft).stream()
                .map(mail -> byMail.get(mail.key()))
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> id.map(byId::get));
    }

    /** An address that is somebody else's stays theirs. */
    private List<PointDraft> own(ContactDraft draft, UUID person) {
        return draft.points().stream()
                .filter(point ->
                        point.kind() != Kind.MAIL || person.equals(byMail.get(point.key())))
                .toList();
    }

    private Optional<UUID> employer(ContactDraft draft, Standing standing) {
        Optional<UUID> named = companies.employer(draft);
        if (named.isPresent() || !standing.field("account_id").isEmpty()) return named;
        return companies.ofMail(draft);
    }

    private void awaitCompany(ContactDraft draft, Standing standing) {
        companyId(draft.companyExternalId())
                .filter(id -> !companies.has(id))
                .ifPresent(id -> await(standing, id));
    }

    private IntakeRows.Birth birth(ContactDraft draft) {
        Us us = companies.us();
        boolean colleague =
                mails(draft).stream()
                        .anyMatch(mail ->
                                us.domains().contains(mail.domain())
                                        || us.colleagues().contains(mail.key())
                                        || us.mine().contains(mail.key()));
        String source = origin.program().isEmpty() ? "file" : origin.program();
        return new IntakeRows.Birth(source, colleague, draft.createdAt().orElse(now));
    }

    /** What to call a person whose row has no name. */
    private static String called(ContactDraft draft) {
        if (!draft.nickname().isEmpty()) return draft.nickname();
        @Nullable PointDraft first =
                mails(draft).stream()
                        .findFirst()
                        .orElse(draft.points().isEmpty() ? null : draft.points().getFirst());
        if (first == null) return "";
        return first.kind() == Kind.MAIL ? Names.fromAddress(first.value()) : first.value();
    }
}
