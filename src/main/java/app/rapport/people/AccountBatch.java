package app.rapport.people;

import app.rapport.access.Us;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import app.rapport.people.PointDraft.Kind;
import app.rapport.people.model.Companies;
import app.rapport.people.model.ExternalId;
import app.rapport.people.model.FreeMail;
import app.rapport.people.model.Lineage;
import app.rapport.people.model.Names;
import app.rapport.people.model.Said;
import app.rapport.people.model.Seen;
import app.rapport.people.model.Standing;
import app.rapport.people.store.IntakeRows;
import app.rapport.people.store.KnownRecords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Companies of a batch: those that rows describe, and those that persons and parents point at. */
final class AccountBatch extends Batch {
    private final Us us;
    private final Map<UUID, ExternalId> childrenWaiting = new LinkedHashMap<>();
    private final Map<UUID, UUID> arrived = new LinkedHashMap<>();
    private final Map<String, String> folded = new HashMap<>();
    private Companies companies = new Companies();
    private Lineage lineage = new Lineage();

    AccountBatch(
            Viewer viewer,
            Us us,
            ContactIntake.Origin origin,
            KnownRecords known,
            IntakeRows rows,
            Map<String, MemberId> members,
            Instant now) {
        super(app.rapport.people.store.Kind.ACCOUNT, viewer, origin, known, rows, members, now);
        this.us = us;
    }

    Us us() {
        return us;
    }

    /** Finds all that the batch may point at, in a few statements. */
    void look(List<Told<AccountDraft>> accounts, List<Told<ContactDraft>> contacts) {
        Set<ExternalId> ids = new HashSet<>();
        Set<String> domains = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Told<AccountDraft> row : accounts) {
            AccountDraft draft = row.draft();
            companyId(draft.externalId()).ifPresent(ids::add);
            companyId(draft.parentExternalId()).ifPresent(ids::add);
            domains.add(draft.domain());
            names.add(folded(draft.name()));
            names.add(folded(draft.parentName()));
        }
        for (Told<ContactDraft> row : contacts) {
            ContactDraft draft = row.draft();
            companyId(draft.companyExternalId()).ifPresent(ids::add);
            domains.add(draft.companyDomain());
            names.add(folded(draft.companyName()));
            draft.points().stream()
                    .filter(point -> point.kind() == Kind.MAIL)
                    .forEach(point -> domains.add(point.domain()));
        }
        domains.remove("");
        names.remove("");
        companies = known.companies(viewer, ids, domains, names);
    }

    List<ContactIntake.Outcome> take(List<Told<AccountDraft>> rows) {
        recall(rows);
        List<AccountDraft> drafts = rows.stream().map(Told::draft).toList();
        List<UUID> there = new ArrayList<>();
        drafts.forEach(draft -> find(draft).ifPresent(there::add));
        drafts.forEach(draft -> parent(draft).ifPresent(there::add));
        load(there);
        lineage = known.lineage(viewer, there);
        List<ContactIntake.Outcome> outcomes = new ArrayList<>();
        for (Told<AccountDraft> row : rows) outcomes.add(take(row.draft(), row));
        adopt(drafts);
        return outcomes;
    }

    /** Many rows name the same company. */
    private String folded(String name) {
        return folded.computeIfAbsent(name, Names::fold);
    }

    private Optional<UUID> find(AccountDraft draft) {
        return companies.find(companyId(draft.externalId()), draft.domain(), folded(draft.name()));
    }

    private Optional<UUID> parent(AccountDraft draft) {
        return companies.find(companyId(draft.parentExternalId()), "", folded(draft.parentName()));
    }

    private ContactIntake.Outcome take(AccountDraft draft, Told<AccountDraft> row) {
        Said said = inCharge(Said.of(draft, companyId(draft.externalId())), draft.owner());
        Seen before = seenBefore(row);
        if (before != null) return note(row, before.subject(), before.again(), false);
        Standing standing = here(find(draft));
        if (standing == null)
            standing = fresh(new IntakeRows.Birth("", false, draft.createdAt().orElse(now)));
        UUID id = standing.id();
        index(standing, draft.name(), draft.domain(), companyId(draft.externalId()));
        Optional<UUID> named = parentOrNew(draft);
        Optional<UUID> parent = named.filter(other -> lineage.allows(id, other));
        if (named.isPresent() && parent.isEmpty())
            // its own company above itself: kept as words, for somebody to look at
            said = said.and(Said.EXTRA + "Parent company", called(draft));
        ContactIntake.Outcome outcome =
                tell(row, standing, parent.isEmpty() ? said : under(said, id, parent.get()));
        if (parent.isEmpty())
            companyId(draft.parentExternalId())
                    .ifPresent(awaited -> {
                        childrenWaiting.put(id, awaited);
                    });
        return outcome;
    }

    private static String called(AccountDraft draft) {
        return draft.parentName().isEmpty() ? draft.parentExternalId() : draft.parentName();
    }

    private Said under(Said said, UUID child, UUID parent) {
        lineage.add(child, parent);
        return said.and("parent_id", parent.toString());
    }

    /** A parent that is only named is a company too. */
    private Optional<UUID> parentOrNew(AccountDraft draft) {
        Optional<UUID> parent = parent(draft);
        if (parent.isPresent() || draft.parentName().isEmpty()) return parent;
        return Optional.of(
                add(draft.parentName(), "", "", false, companyId(draft.parentExternalId())));
    }

    private @Nullable Standing here(Optional<UUID> id) {
        return id.map(this::standing).orElse(null);
    }

    private void index(Standing standing, String name, String domain, Optional<ExternalId> id) {
        id.ifPresent(external -> companies.addId(external, standing.id()));
        if (!domain.isEmpty()) companies.addDomain(domain, standing.id());
        companies.addName(folded(name), standing.id(), id.map(ExternalId::scope).stream().toList());
    }

    private UUID add(
            String name, String website, String domain, boolean proposed, Optional<ExternalId> id) {
        Standing fresh = fresh(new IntakeRows.Birth("", false, now));
        fresh.take(Said.company(name, website, domain, proposed, id));
        index(fresh, name, domain, id);
        return fresh.id();
    }

    /** Children and persons that came before their company, in this batch or an earlier file. */
    private void adopt(List<AccountDraft> drafts) {
        List<ExternalId> ids =
                drafts.stream().flatMap(draft -> companyId(draft.externalId()).stream()).toList();
        Map<UUID, ExternalId> children =
                known.awaiting(viewer, app.rapport.people.store.Kind.ACCOUNT, ids);
        load(children.keySet());
        children.forEach(this::adopt);
        childrenWaiting.forEach((child, id) -> {
            Standing standing = standing(child);
            if (!adopt(child, id) && standing != null) await(standing, id);
        });
        known.awaiting(viewer, app.rapport.people.store.Kind.CONTACT, ids)
                .forEach((contact, id) ->
                        companies.ofId(id).ifPresent(account -> arrived.put(contact, account)));
    }

    private boolean adopt(UUID child, ExternalId id) {
        Optional<UUID> parent =
                companies.ofId(id).filter(account -> lineage.allows(child, account));
        Standing standing = standing(child);
        if (parent.isEmpty() || standing == null) return false;
        lineage.add(child, parent.get());
        standing.take(Said.only("parent_id", parent.get().toString()));
        return true;
    }

    /** Contacts of earlier files whose company came with this batch. */
    Map<UUID, UUID> arrived() {
        return arrived;
    }

    boolean has(ExternalId id) {
        return companies.ofId(id).isPresent();
    }

    /** The company that a person's row points at, made when it is not there but named. */
    Optional<UUID> employer(ContactDraft draft) {
        Optional<ExternalId> id = companyId(draft.companyExternalId());
        String name = draft.companyName();
        Optional<UUID> found = companies.find(id, draft.companyDomain(), folded(name));
        if (found.isPresent()) return found;
        if (name.isEmpty() && draft.companyDomain().isEmpty()) return Optional.empty();
        String domain = draft.companyDomain();
        return Optional.of(
                add(
                        name.isEmpty() ? Names.fromDomain(domain) : name,
                        website(domain),
                        domain,
                        false,
                        id));
    }

    /** The company of a mail address, proposed as it is for people met in mail. */
    Optional<UUID> ofMail(ContactDraft draft) {
        return draft.points().stream()
                .filter(point -> point.kind() == Kind.MAIL)
                .map(point -> point.domain())
                .filter(domain -> !FreeMail.is(domain) && !us.domains().contains(domain))
                .findFirst()
                .map(domain ->
                        companies
                                .ofDomain(domain)
                                .orElseGet(() ->
                                        add(
                                                Names.fromDomain(domain),
                                                website(domain),
                                                domain,
                                                true,
                                                Optional.empty())));
    }

    private static String website(String domain) {
        return domain.isEmpty() ? "" : "https://" + domain;
    }
}
