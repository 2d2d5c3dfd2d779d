package app.rapport.people;

import app.rapport.access.Us;
import app.rapport.database.Tombstones;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.PersonRecords;
import app.rapport.kernel.RecordKind;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.people.model.FreeMail;
import app.rapport.people.model.Names;
import app.rapport.people.store.ContactCards;
import app.rapport.people.store.ContactWords;
import app.rapport.people.store.IdentityLock;
import app.rapport.people.store.ImportedRecords;
import app.rapport.people.store.MetContacts;
import app.rapport.people.store.ProposedAccounts;
import app.rapport.people.store.TakenBack;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom we know: found by address, met in mail, taken back with an import. */
@Service
public class People {
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>\",;:()\\[\\]]+@[a-z0-9.-]*[a-z0-9]");

    private final ContactCards cards;
    private final IdentityLock identities;
    private final MetContacts met;
    private final ProposedAccounts accounts;
    private final ImportedRecords imported;
    private final TakenBack back;
    private final ContactWords words;
    private final WordsBehind behind;
    private final Tombstones tombstones;
    private final ObjectProvider<PersonRecords> rooms;

    People(
            ContactCards cards,
            IdentityLock identities,
            MetContacts met,
            ProposedAccounts accounts,
            ImportedRecords imported,
            TakenBack back,
            ContactWords words,
            WordsBehind behind,
            Tombstones tombstones,
            ObjectProvider<PersonRecords> rooms) {
        this.tombstones = tombstones;
        this.rooms = rooms;
        this.cards = cards;
        this.identities = identities;
        this.met = met;
        this.accounts = accounts;
        this.imported = imported;
        this.back = back;
        this.words = words;
        this.behind = behind;
    }

    /**
     * Until the transaction ends nobody is joined to another, parted or erased: asked for by who
     * stores by what {@link #byAddress} finds, before they ask.
     */
    public void holdStill(Viewer viewer) {
        identities.hold(viewer);
    }

    /** The contacts that have these addresses (lower case); absent where nobody has. */
    public Map<String, PersonId> byAddress(Viewer viewer, Collection<String> keys) {
        return cards.byAddress(viewer, keys);
    }

    /**
     * @param created of {@code people}, those that are new
     */
    public record Meeting(Map<String, PersonId> people, int created, int accountsCreated) {}

    /**
     * Finds everybody by address and makes a contact of those not known yet, with an account
     * proposed from the domain, but for who was erased; names get better, never worse. A few
     * statements for any number of people.
     */
    @Transactional
    public Meeting meet(Viewer viewer, Us us, Collection<Met> everybody, ImportId importId) {
        Map<String, Met> byKey = new LinkedHashMap<>();
        for (Met one : everybody) byKey.merge(one.key(), one, (a, b) -> a.name().isBlank() ? b : a);
        Map<String, PersonId> known = byAddress(viewer, byKey.keySet());
        Map<String, Tombstones.Erased> erased =
                tombstones.of(viewer, byKey.keySet().stream().map(Tombstones::address).toList());
        List<Met> fresh =
                byKey.values().stream()
                        .filter(one -> !known.containsKey(one.key()))
                        .filter(one -> !erased.containsKey(Tombstones.address(one.key())))
                        .toList();
        Map<String, UUID> ofDomains = new HashMap<>();
        int accountsCreated = accounts.propose(viewer, us, fresh, importId, ofDomains);
        Map<String, PersonId> all = new HashMap<>(known);
        all.putAll(met.add(viewer, us, fresh, ofDomains, importId));
        met.betterNames(viewer, byKey, known);
        return new Meeting(all, fresh.size(), accountsCreated);
    }

    /** Of these texts those in which an address of somebody stands who was erased. */
    public Map<String, PersonId> erasedIn(Viewer viewer, Collection<String> texts) {
        Map<String, String> things = new HashMap<>();
        for (String text : texts)
            ADDRESS.matcher(text.toLowerCase(Locale.ROOT))
                    .results()
                    .forEach(found -> things.put(Tombstones.address(found.group()), text));
        Map<String, PersonId> erased = new HashMap<>();
        tombstones
                .of(viewer, things.keySet())
                .forEach((thing, one) -> erased.put(things.getOrDefault(thing, ""), one.person()));
        return erased;
    }

    /** Cards of those that exist. */
    public Map<PersonId, PersonCard> cards(Viewer viewer, Collection<PersonId> people) {
        return cards.cards(viewer, people);
    }

    public Optional<PersonCard> card(Viewer viewer, PersonId person) {
        return cards.card(viewer, person);
    }

    /** People by name, after that one; {@code ""} from the first. */
    public List<PersonCard> page(Viewer viewer, String after, int most) {
        return cards.page(viewer, after, most);
    }

    /** How many companies there are, counted no further than {@code most}. */
    public long companies(Viewer viewer, long most) {
        return cards.companies(viewer, most);
    }

    /**
     * Takes back what this import made and changed, where nobody changed it since and no other
     * import brought it too; of whom or what somebody wrote since stays, with what was written.
     *
     * @param mentioned contacts that still stand on a touch
     */
    @Transactional
    public void takeBack(Viewer viewer, ImportId importId, Collection<PersonId> mentioned) {
        List<UUID> made = madeBy(viewer, importId).stream().map(PersonId::value).toList();
        Set<UUID> contacts = spokenOf(viewer, RecordKind.CONTACT, made);
        mentioned.forEach(one -> contacts.add(one.value()));
        back.takeBack(
                viewer,
                importId,
                contacts,
                spokenOf(viewer, RecordKind.ACCOUNT, imported.companiesOf(viewer, importId)));
    }

    private Set<UUID> spokenOf(Viewer viewer, RecordKind kind, List<UUID> records) {
        return rooms.stream()
                .flatMap(room -> room.spokenOf(viewer, kind, records).stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** How many contacts and accounts this import changed that others had made. */
    public record Updated(int contacts, int accounts) {}

    public Updated updatedBy(Viewer viewer, ImportId importId) {
        return imported.updatedBy(viewer, importId);
    }

    /** The contacts that this import made. */
    public List<PersonId> madeBy(Viewer viewer, ImportId importId) {
        return imported.madeBy(viewer, importId);
    }

    /** Brings the search words of everybody up to date; after an import. */
    @Transactional
    public void refreshSearch(Viewer viewer) {
        words.refreshAll(viewer);
    }

    /** Brings the search words of those up to date whom this import made or changed. */
    @Transactional
    public void refreshSearchOf(Viewer viewer, ImportId importId) {
        words.refreshOf(viewer, importId);
    }

    /**
     * Until whom imports have stored so far can be found; before the caller makes search words
     * itself.
     *
     * @return whether all whom this import stored since the process began are among them
     */
    public boolean awaitSearch(ImportId importId) {
        return behind.await(importId);
    }

    /** Brings the search words of these people up to date. */
    @Transactional
    public void refreshSearch(Viewer viewer, Collection<PersonId> some) {
        if (!some.isEmpty())
            words.refresh(viewer, some.stream().map(PersonId::value).toArray(UUID[]::new));
    }

    /** People whose words fit, best first; forgiving about accents and typos. */
    public List<PersonCard> search(Viewer viewer, String typed, int most) {
        return find(viewer, typed, most).stream().map(Found::card).toList();
    }

    /** So many of those that fit can be paged through, best first. */
    private static final int RANKED = 1_000;

    /**
     * The same, page by page: those behind {@code after} among the thousand that fit best.
     *
     * @param after the last of the page before
     * @throws IllegalArgumentException when that one is not among them
     */
    public Slice<PersonId> searchPage(
            Viewer viewer, String typed, Optional<PersonId> after, int most) {
        List<PersonId> ranked =
                words.find(viewer, typed, RANKED).stream().map(ContactWords.Found::person).toList();
        int from = after.map(last -> ranked.indexOf(last) + 1).orElse(0);
        if (after.isPresent() && from == 0)
            throw new IllegalArgumentException("nobody of that id fits " + typed);
        List<PersonId> rest = ranked.subList(from, Math.min(ranked.size(), from + most + 1));
        return Slice.of(rest, most, PersonId::toString);
    }

    /**
     * @param exact whether all typed words stand there to the letter
     */
    public record Found(PersonCard card, boolean exact) {}

    /** The same, telling who only nearly fits; those only where nobody fits. */
    public List<Found> find(Viewer viewer, String typed, int most) {
        List<ContactWords.Found> hits = words.find(viewer, typed, most);
        Map<PersonId, PersonCard> known =
                cards.cards(viewer, hits.stream().map(ContactWords.Found::person).toList());
        return hits.stream()
                .flatMap(hit ->
                        Optional.ofNullable(known.get(hit.person())).stream()
                                .map(card -> new Found(card, hit.exact())))
                .toList();
    }

    public record Company(AccountId id, String name) {}

    /** Companies in whose name all typed words are, best first. */
    public List<Company> findCompanies(String typed, int most) {
        return words.findCompanies(typed, most).stream()
                .map(company -> new Company(company.id(), company.name()))
                .toList();
    }

    /** A name as it is compared: the same however it is written. */
    public static String nameKey(String name) {
        return Names.fold(name);
    }

    /** Whether anybody may have an address in this domain, so that it is no firm's. */
    public static boolean isAnybodys(String domain) {
        return FreeMail.is(domain);
    }
}
