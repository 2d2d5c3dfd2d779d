package app.rapport.deals.web;

import app.rapport.access.House;
import app.rapport.deals.Deal;
import app.rapport.deals.DealBook;
import app.rapport.deals.DealChange;
import app.rapport.deals.DealSection;
import app.rapport.deals.Stage;
import app.rapport.deals.Stages;
import app.rapport.deals.model.DealField;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.PersonSection.Place;
import app.rapport.kernel.PersonSection.Section;
import app.rapport.kernel.Viewer;
import app.rapport.people.AccountBook;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import app.rapport.ui.Choice;
import app.rapport.ui.Parts;
import app.rapport.ui.Parts.Part;
import app.rapport.ui.Wrong;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers what the page and the form of a deal show. */
@Component
class DealViews {
    private static final int WORKERS = 100;

    private final DealBook book;
    private final Stages stages;
    private final AccountBook accounts;
    private final People people;
    private final House house;
    private final List<DealSection> sections;
    private final Parts parts;
    private final Clock clock;

    DealViews(
            DealBook book,
            Stages stages,
            AccountBook accounts,
            People people,
            House house,
            List<DealSection> sections,
            Parts parts,
            Clock clock) {
        this.book = book;
        this.stages = stages;
        this.accounts = accounts;
        this.people = people;
        this.house = house;
        this.sections = sections;
        this.parts = parts;
        this.clock = clock;
    }

    DealPage page(Viewer viewer, Deal deal, Wrong wrong) {
        List<Section> all =
                sections.stream()
                        .flatMap(one -> one.section(viewer, deal, clock.instant()).stream())
                        .sorted(Comparator.comparingInt(Section::order))
                        .toList();
        Map<MemberId, String> members = house.members(viewer);
        return new DealPage(
                deal,
                deal.owner().map(id -> members.getOrDefault(id, "")).orElse(""),
                stages.all(viewer),
                workers(viewer, deal),
                history(viewer, deal, members),
                at(all, Place.MAIN),
                at(all, Place.ASIDE),
                wrong);
    }

    private List<Part> at(List<Section> all, Place place) {
        return all.stream()
                .filter(part -> part.place() == place)
                .map(part -> parts.part(part.template(), part.page()))
                .toList();
    }

    private List<PersonCard> workers(Viewer viewer, Deal deal) {
        Set<PersonId> in = new HashSet<>();
        deal.people().forEach(one -> in.add(one.person()));
        List<PersonId> free =
                deal.account().stream()
                        .flatMap(account -> accounts.people(viewer, account).stream())
                        .filter(person -> !in.contains(person))
                        .limit(WORKERS)
                        .toList();
        return people.cards(viewer, free).values().stream()
                .sorted(Comparator.comparing(PersonCard::name))
                .toList();
    }

    /** Names instead of ids, newest first. */
    private List<DealPage.Entry> history(Viewer viewer, Deal deal, Map<MemberId, String> members) {
        List<DealChange> changes = book.history(viewer, deal.id());
        Map<UUID, String> named = names(viewer, changes, members);
        return changes.stream()
                .map(change ->
                        new DealPage.Entry(
                                label(change.field()),
                                words(change.field(), change.before(), named),
                                words(change.field(), change.after(), named),
                                change.by()
                                        .map(id -> members.getOrDefault(id, ""))
                                        .orElse("an import"),
                                change.at()))
                .toList();
    }

    private Map<UUID, String> names(
            Viewer viewer, List<DealChange> changes, Map<MemberId, String> members) {
        List<AccountId> companies =
                changes.stream()
                        .filter(change -> change.field().equals(DealField.ACCOUNT.key()))
                        .flatMap(change -> Stream.of(change.before(), change.after()))
                        .filter(text -> !text.isEmpty())
                        .map(AccountId::of)
                        .distinct()
                        .toList();
        Map<UUID, String> named =
                stages.all(viewer).stream().collect(Collectors.toMap(Stage::id, Stage::name));
        members.forEach((id, name) -> named.put(id.value(), name));
        accounts.names(viewer, companies).forEach((id, name) -> named.put(id.value(), name));
        return named;
    }

    private static String label(String field) {
        return DealField.of(field)
                .map(DealField::label)
                .orElse(field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1));
    }

    private static String words(String field, String text, Map<UUID, String> named) {
        boolean id = DealField.of(field).filter(one -> one.type().equals("uuid")).isPresent();
        return id && !text.isEmpty()
                ? named.getOrDefault(UUID.fromString(text), "one that is gone")
                : text;
    }

    EditDealPage form(Viewer viewer, String action, String name, DealForm form, Wrong wrong) {
        List<Choice> owners = new ArrayList<>();
        owners.add(new Choice("", "Nobody"));
        house.present(viewer).forEach((id, who) -> owners.add(new Choice(id.toString(), who)));
        return new EditDealPage(
                action,
                name,
                form,
                stages.all(viewer).stream()
                        .map(stage -> new Choice(stage.id().toString(), stage.name()))
                        .toList(),
                owners,
                wrong);
    }

    /** The company's id, made where none is called so. */
    String company(Viewer viewer, String name) {
        return accounts.named(viewer, name).toString();
    }

    /** The person of that id, or of that name or address where there is just one. */
    Optional<PersonId> person(Viewer viewer, String typed) {
        if (typed.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
            return people.card(viewer, PersonId.of(typed)).map(PersonCard::id);
        List<PersonCard> found =
                people.search(viewer, typed, 5).stream()
                        .filter(card ->
                                People.nameKey(card.name()).equals(People.nameKey(typed))
                                        || card.addresses().contains(typed.strip()))
                        .toList();
        return found.size() == 1 ? Optional.of(found.getFirst().id()) : Optional.empty();
    }
}
