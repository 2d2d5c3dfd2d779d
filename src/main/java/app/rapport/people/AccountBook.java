package app.rapport.people;

import app.rapport.access.Audit;
import app.rapport.access.House;
import app.rapport.access.Refused;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.people.model.AccountField;
import app.rapport.people.model.Changes;
import app.rapport.people.model.FieldText;
import app.rapport.people.store.AccountRows;
import app.rapport.people.store.FieldHistory;
import app.rapport.people.store.FieldRows;
import app.rapport.people.store.FieldRows.Subject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Companies that people write by hand or confirm; each changed field keeps its history. */
@Service
public class AccountBook {
    private static final int MOST_PEOPLE = 500;

    private final AccountRows accounts;
    private final FieldRows fields;
    private final FieldHistory history;
    private final People people;
    private final House house;
    private final Owners owners;
    private final Audit audit;
    private final Clock clock;

    AccountBook(
            AccountRows accounts,
            FieldRows fields,
            FieldHistory history,
            People people,
            House house,
            Owners owners,
            Audit audit,
            Clock clock) {
        this.accounts = accounts;
        this.fields = fields;
        this.history = history;
        this.people = people;
        this.house = house;
        this.owners = owners;
        this.audit = audit;
        this.clock = clock;
    }

    public Optional<Account> account(Viewer viewer, AccountId id) {
        return accounts(viewer, List.of(id)).stream().findFirst();
    }

    /** Those that exist, in the order of the ids. */
    public List<Account> accounts(Viewer viewer, Collection<AccountId> ids) {
        return accounts.read(viewer, ids).stream().filter(account -> !account.deleted()).toList();
    }

    public Map<AccountId, String> names(Viewer viewer, Collection<AccountId> ids) {
        return accounts.names(viewer, ids);
    }

    /** Who works there, by name; the first five hundred. */
    public List<PersonId> people(Viewer viewer, AccountId id) {
        return accounts.people(viewer, id, Optional.empty(), MOST_PEOPLE);
    }

    /**
     * Who works there, by name.
     *
     * @param after the last of the page before
     */
    public Slice<PersonId> people(Viewer viewer, AccountId id, Optional<PersonId> after, int most) {
        return Slice.of(accounts.people(viewer, id, after, most + 1), most, PersonId::toString);
    }

    /** The company of that name, however it is written. */
    public Optional<AccountId> known(Viewer viewer, String name) {
        return accounts.named(viewer, name);
    }

    /** The company of that name, made where there is none. */
    @Transactional
    public AccountId named(Viewer viewer, String name) {
        return accounts.named(viewer, name)
                .orElseGet(() -> add(viewer, Map.of(AccountField.NAME, name)));
    }

    /**
     * @throws Refused when something cannot be used
     */
    @Transactional
    public AccountId add(Viewer viewer, Map<AccountField, String> given) {
        String name = given.getOrDefault(AccountField.NAME, "").strip();
        if (name.isEmpty()) throw new Refused("name", "Give the company a name");
        AccountId id = AccountId.next();
        accounts.add(viewer, id, name, now());
        change(viewer, id, given, _ -> {});
        return id;
    }

    /**
     * Puts these texts into these fields; a company that was only proposed is confirmed by it.
     *
     * @param check sees the account as it stands, while nobody else can change it; it may refuse
     * @return the moment that the history names; empty when nothing is other than before
     * @throws Refused when something cannot be used
     */
    @Transactional
    public Optional<Instant> change(
            Viewer viewer, AccountId id, Map<AccountField, String> given, Consumer<Account> check) {
        fields.lock(viewer, Subject.ACCOUNT, id.value());
        Account before = account(viewer, id).orElseThrow();
        check.accept(before);
        Changes<AccountField> changes = Changes.between(before.fields(), given);
        Instant at = now();
        if (before.proposed()) accounts.confirm(viewer, id, at);
        if (changes.none()) return Optional.empty();
        allowed(viewer, id, changes);
        fields.write(viewer, Subject.ACCOUNT, id.value(), changes.texts(), at);
        history.add(viewer, id.value(), changes.history(), at);
        audit.record(viewer, "account.changed", id.value(), changes.fields());
        if (changes.touches(AccountField.NAME)) people.refreshSearch(viewer, people(viewer, id));
        return Optional.of(at);
    }

    private void allowed(Viewer viewer, AccountId id, Changes<AccountField> changes) {
        Map<AccountField, String> texts = new EnumMap<>(changes.texts());
        String parent = texts.getOrDefault(AccountField.PARENT, "");
        String owner = texts.getOrDefault(AccountField.OWNER, "");
        List<String> domains = FieldText.list(texts.getOrDefault(AccountField.DOMAINS, ""));
        if (texts.getOrDefault(AccountField.NAME, "-").isEmpty())
            throw new Refused("name", "Give the company a name");
        if (changes.touches(AccountField.OWNER)) owners.check(viewer, owner);
        if (!parent.isEmpty()) above(viewer, id, AccountId.of(parent));
        accounts.holder(viewer, id, domains)
                .ifPresent(words -> {
                    throw new Refused("domains", words + ". One domain is one company's.");
                });
        if (domains.stream().anyMatch(house.us(viewer).domains()::contains))
            throw new Refused("domains", "This is your own domain");
    }

    private void above(Viewer viewer, AccountId id, AccountId parent) {
        if (accounts.names(viewer, List.of(parent)).isEmpty())
            throw new Refused("parent", "There is no such company");
        if (accounts.isBelow(viewer, parent, id))
            throw new Refused("parent", "That company belongs to this one already");
    }

    /** Says that a proposed company is one; false when somebody had. */
    @Transactional
    public boolean confirm(Viewer viewer, AccountId id) {
        return accounts.confirm(viewer, id, now());
    }

    /** Undoes confirming. */
    @Transactional
    public void propose(Viewer viewer, AccountId id) {
        accounts.propose(viewer, id, now());
    }

    /** Hides a company; its people, domains and history stay. */
    @Transactional
    public void delete(Viewer viewer, AccountId id, Consumer<Account> check) {
        fields.lock(viewer, Subject.ACCOUNT, id.value());
        check.accept(account(viewer, id).orElseThrow());
        accounts.setDeleted(viewer, id, true, now());
        audit.record(viewer, "account.deleted", id.value());
        people.refreshSearch(viewer, people(viewer, id));
    }

    /** Undoes deleting; false when there was nothing to undo. */
    @Transactional
    public boolean restore(Viewer viewer, AccountId id) {
        boolean back = accounts.setDeleted(viewer, id, false, now());
        if (!back) return false;
        people.refreshSearch(viewer, people(viewer, id));
        audit.record(viewer, "account.restored", id.value());
        return true;
    }

    public List<FieldChange> history(Viewer viewer, AccountId id) {
        return history.of(viewer, id.value());
    }

    /**
     * Puts back what stood in a field before that change.
     *
     * @throws Refused when it cannot be used any more
     */
    @Transactional
    public Optional<Instant> putBack(Viewer viewer, AccountId id, UUID change) {
        return putBack(viewer, id, history.one(viewer, id.value(), change).stream().toList());
    }

    /** Undoes what was changed at that moment. */
    @Transactional
    public Optional<Instant> putBack(Viewer viewer, AccountId id, Instant at) {
        return putBack(viewer, id, history.at(viewer, id.value(), at));
    }

    private Optional<Instant> putBack(Viewer viewer, AccountId id, List<FieldChange> changes) {
        Map<AccountField, String> before = FieldChange.before(changes, AccountField.class);
        return before.isEmpty() ? Optional.empty() : change(viewer, id, before, _ -> {});
    }

    private Instant now() {
        return clock.instant();
    }
}
