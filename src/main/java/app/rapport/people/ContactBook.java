package app.rapport.people;

import app.rapport.access.Audit;
import app.rapport.access.Refused;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import app.rapport.people.model.Changes;
import app.rapport.people.model.ContactField;
import app.rapport.people.model.FieldText;
import app.rapport.people.model.FreeMail;
import app.rapport.people.store.AccountRows;
import app.rapport.people.store.ContactRows;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Contacts that people write by hand; each changed field keeps its history. */
@Service
public class ContactBook {
    private final ContactRows contacts;
    private final AccountRows accounts;
    private final AccountBook companies;
    private final FieldRows fields;
    private final FieldHistory history;
    private final People people;
    private final Owners owners;
    private final Audit audit;
    private final Clock clock;

    ContactBook(
            ContactRows contacts,
            AccountRows accounts,
            AccountBook companies,
            FieldRows fields,
            FieldHistory history,
            People people,
            Owners owners,
            Audit audit,
            Clock clock) {
        this.contacts = contacts;
        this.accounts = accounts;
        this.companies = companies;
        this.fields = fields;
        this.history = history;
        this.people = people;
        this.owners = owners;
        this.audit = audit;
        this.clock = clock;
    }

    public Optional<Contact> contact(Viewer viewer, PersonId id) {
        return contacts(viewer, List.of(id)).stream().findFirst();
    }

    /** Those that exist, in the order of the ids. */
    public List<Contact> contacts(Viewer viewer, Collection<PersonId> ids) {
        return contacts.read(viewer, ids).stream().filter(contact -> !contact.deleted()).toList();
    }

    /** A contact that was deleted, for whoever wants it back; one that was joined was not. */
    public Optional<Contact> deleted(Viewer viewer, PersonId id) {
        if (!contacts.isDeleted(viewer, id)) return Optional.empty();
        return contacts.read(viewer, List.of(id)).stream().filter(Contact::deleted).findFirst();
    }

    /**
     * @param given what stands in the fields; others stay empty
     * @throws Refused when something cannot be used, or somebody has one of the addresses already
     */
    @Transactional
    public PersonId add(Viewer viewer, Map<ContactField, String> given) {
        PersonId id = PersonId.next();
        Map<ContactField, String> all = new EnumMap<>(ContactField.class);
        all.putAll(given);
        if (isBlank(all, ContactField.NAME)) all.put(ContactField.NAME, nameOf(all));
        if (isBlank(all, ContactField.NAME)) throw nameless();
        contacts.add(viewer, id, now());
        change(viewer, id, all, _ -> {});
        return id;
    }

    /** The same, at the company of that name, which is made where there is none. */
    @Transactional
    public PersonId add(Viewer viewer, Map<ContactField, String> given, String company) {
        if (company.isBlank()) return add(viewer, given);
        return add(viewer, at(given, companies.named(viewer, company).toString()));
    }

    private static Map<ContactField, String> at(Map<ContactField, String> given, String account) {
        Map<ContactField, String> all = new EnumMap<>(ContactField.class);
        all.putAll(given);
        all.put(ContactField.ACCOUNT, account);
        return all;
    }

    private static boolean isBlank(Map<ContactField, String> texts, ContactField field) {
        return texts.getOrDefault(field, "").isBlank();
    }

    /** A name made of its parts, else the first address. */
    private static String nameOf(Map<ContactField, String> texts) {
        String parts =
                Stream.of(ContactField.GIVEN_NAME, ContactField.FAMILY_NAME)
                        .map(field -> texts.getOrDefault(field, "").strip())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" "));
        if (!parts.isEmpty()) return parts;
        return FieldText.points(PointDraft.Kind.MAIL, texts.getOrDefault(ContactField.MAILS, ""))
                .stream()
                .findFirst()
                .map(PointDraft::value)
                .orElse("");
    }

    /**
     * Puts these texts into these fields; others stay as they are.
     *
     * @param check sees the contact as it stands, while nobody else can change it; it may refuse
     * @return the moment that the history names; empty when nothing is other than before
     * @throws Refused when something cannot be used
     */
    @Transactional
    public Optional<Instant> change(
            Viewer viewer, PersonId id, Map<ContactField, String> given, Consumer<Contact> check) {
        return change(viewer, id, given, check, Optional.empty());
    }

    /**
     * @param source the touch that says so, where one does; the history names it
     */
    Optional<Instant> change(
            Viewer viewer,
            PersonId id,
            Map<ContactField, String> given,
            Consumer<Contact> check,
            Optional<TouchId> source) {
        fields.lock(viewer, Subject.CONTACT, id.value());
        Contact before = contact(viewer, id).orElseThrow();
        check.accept(before);
        Changes<ContactField> changes =
                Changes.between(before.fields(), withCompany(viewer, before, given));
        if (changes.none()) return Optional.empty();
        allowed(viewer, id, changes);
        Instant at = now();
        fields.write(viewer, Subject.CONTACT, id.value(), changes.texts(), at);
        history.add(viewer, id.value(), changes.history(), at, source);
        audit.record(viewer, "contact.changed", id.value(), changes.fields());
        people.refreshSearch(viewer, List.of(id));
        return Optional.of(at);
    }

    /**
     * The same, at the company of that name, which is made where there is none; at none where it is
     * empty.
     *
     * @param standing the contact as the form showed it: a company whose name was not touched
     *     stays, also where several have that name
     */
    @Transactional
    public Optional<Instant> change(
            Viewer viewer, Contact standing, Map<ContactField, String> given, String company) {
        String name = company.strip();
        String account =
                name.isEmpty()
                        ? ""
                        : name.equals(standing.accountName())
                                ? standing.text(ContactField.ACCOUNT)
                                : companies.named(viewer, name).toString();
        return change(viewer, standing.id(), at(given, account), _ -> {});
    }

    /**
     * Somebody new at the domain of a company that is known works there, unless somebody says so.
     */
    private Map<ContactField, String> withCompany(
            Viewer viewer, Contact before, Map<ContactField, String> given) {
        boolean said = given.containsKey(ContactField.ACCOUNT) || before.account().isPresent();
        boolean fresh = before.text(ContactField.MAILS).isEmpty();
        if (said || !fresh || isBlank(given, ContactField.MAILS)) return given;
        List<String> domains =
                FieldText.points(PointDraft.Kind.MAIL, given.getOrDefault(ContactField.MAILS, ""))
                        .stream()
                        .map(mail -> mail.key().substring(mail.key().lastIndexOf('@') + 1))
                        .filter(domain -> !FreeMail.is(domain))
                        .toList();
        Map<ContactField, String> with = new EnumMap<>(ContactField.class);
        with.putAll(given);
        contacts.companyOf(viewer, domains)
                .ifPresent(account -> with.put(ContactField.ACCOUNT, account.toString()));
        return with;
    }

    private void allowed(Viewer viewer, PersonId id, Changes<ContactField> changes) {
        Map<ContactField, String> texts = changes.texts();
        if (changes.touches(ContactField.NAME) && isBlank(texts, ContactField.NAME))
            throw nameless();
        if (!isBlank(texts, ContactField.ACCOUNT)
                && accounts.names(
                                viewer,
                                List.of(AccountId.of(texts.getOrDefault(ContactField.ACCOUNT, ""))))
                        .isEmpty()) throw new Refused("account", "There is no such company");
        if (changes.touches(ContactField.OWNER))
            owners.check(viewer, texts.getOrDefault(ContactField.OWNER, ""));
        if (changes.touches(ContactField.MAILS))
            free(viewer, id, texts.getOrDefault(ContactField.MAILS, ""));
    }

    private static Refused nameless() {
        return new Refused("name", "Give a name or an address");
    }

    /** A mail address is one person's. */
    private void free(Viewer viewer, PersonId id, String mails) {
        List<String> keys =
                FieldText.points(PointDraft.Kind.MAIL, mails).stream()
                        .map(PointDraft::key)
                        .toList();
        contacts.holder(viewer, id, keys)
                .ifPresent(holder -> {
                    throw new Refused(
                            "addresses",
                            holder.address()
                                    + " belongs to "
                                    + holder.name()
                                    + (holder.deleted() ? ", who was deleted" : "")
                                    + ". One address is one person's.");
                });
    }

    /** Hides a contact; touches, history and ties stay. */
    @Transactional
    public void delete(Viewer viewer, PersonId id, Consumer<Contact> check) {
        fields.lock(viewer, Subject.CONTACT, id.value());
        check.accept(contact(viewer, id).orElseThrow());
        contacts.delete(viewer, id, now());
        audit.record(viewer, "contact.deleted", id.value());
    }

    /** Undoes deleting. */
    @Transactional
    public void restore(Viewer viewer, PersonId id) {
        contacts.restore(viewer, id, now());
        audit.record(viewer, "contact.restored", id.value());
        people.refreshSearch(viewer, List.of(id));
    }

    public List<FieldChange> history(Viewer viewer, PersonId id) {
        return history.of(viewer, id.value());
    }

    /**
     * Puts back what stood in a field before that change; empty when it stands there already.
     *
     * @throws Refused when it cannot be used any more
     */
    @Transactional
    public Optional<Instant> putBack(Viewer viewer, PersonId id, UUID change) {
        return putBack(viewer, id, history.one(viewer, id.value(), change).stream().toList());
    }

    /** Undoes what was changed at that moment. */
    @Transactional
    public Optional<Instant> putBack(Viewer viewer, PersonId id, Instant at) {
        return putBack(viewer, id, history.at(viewer, id.value(), at));
    }

    private Optional<Instant> putBack(Viewer viewer, PersonId id, List<FieldChange> changes) {
        Map<ContactField, String> before = FieldChange.before(changes, ContactField.class);
        return before.isEmpty() ? Optional.empty() : change(viewer, id, before, _ -> {});
    }

    private Instant now() {
        return clock.instant();
    }
}
