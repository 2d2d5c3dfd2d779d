package app.rapport.calls;

import app.rapport.calls.model.CapitalWords;
import app.rapport.calls.model.Named;
import app.rapport.calls.model.TalkPlan;
import app.rapport.conversations.Conversations;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.AccountBook;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whom notes name: by first name those around the person, by whole name anybody. */
@Component
class NamedPeople {
    private static final int AROUND = 12;
    private static final int LOOKED_UP = 5;

    private final Conversations conversations;
    private final People people;
    private final AccountBook accounts;
    private final Clock clock;

    NamedPeople(Conversations conversations, People people, AccountBook accounts, Clock clock) {
        this.conversations = conversations;
        this.people = people;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Those who do not take part as far as is known, and companies. */
    List<Named> in(Viewer viewer, TalkPlan plan, String notes) {
        if (notes.isBlank()) return List.of();
        Map<PersonId, PersonCard> found = new LinkedHashMap<>();
        for (PersonCard card : around(viewer, plan))
            if (stands(card.name(), notes) || stands(first(card.name()), notes))
                found.put(card.id(), card);
        List<Named> companies = new ArrayList<>();
        for (String words : CapitalWords.in(notes).stream().limit(LOOKED_UP).toList()) {
            people.find(viewer, words, 2).stream()
                    .filter(one -> one.exact() && one.card().name().equalsIgnoreCase(words))
                    .forEach(one -> found.put(one.card().id(), one.card()));
            accounts.known(viewer, words)
                    .ifPresent(id ->
                            companies.add(new Named(words, "/accounts/" + id, Optional.empty())));
        }
        Set<PersonId> there = new HashSet<>(plan.guests());
        there.add(plan.person());
        return Stream.concat(
                        found.values().stream()
                                .filter(card -> !there.contains(card.id()) && !card.colleague())
                                .map(card ->
                                        new Named(
                                                card.name(),
                                                "/people/" + card.id(),
                                                Optional.of(card.id()))),
                        companies.stream())
                .toList();
    }

    /** Who of those around it is meant; the person of the talk where nobody is. */
    PersonId meant(Viewer viewer, TalkPlan plan, String who) {
        if (who.isEmpty()) return plan.person();
        Collection<PersonCard> all = new ArrayList<>(people.cards(viewer, plan.guests()).values());
        all.addAll(around(viewer, plan));
        return all.stream()
                .filter(card -> !card.colleague())
                .filter(card ->
                        card.name().equalsIgnoreCase(who)
                                || first(card.name()).equalsIgnoreCase(who))
                .map(PersonCard::id)
                .findFirst()
                .orElse(plan.person());
    }

    private Collection<PersonCard> around(Viewer viewer, TalkPlan plan) {
        List<PersonId> often = conversations.around(viewer, plan.person(), clock.instant(), AROUND);
        return people.cards(viewer, often).values();
    }

    private static String first(String name) {
        return name.strip().split("\\s+")[0];
    }

    private static boolean stands(String name, String notes) {
        return name.length() > 2
                && Character.isUpperCase(name.codePointAt(0))
                && Pattern.compile("(?<!\\p{L})" + Pattern.quote(name) + "(?!\\p{L})")
                        .matcher(notes)
                        .find();
    }
}
