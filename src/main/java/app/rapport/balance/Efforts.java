package app.rapport.balance;

import app.rapport.balance.model.Balance;
import app.rapport.balance.model.Effort;
import app.rapport.balance.model.Given;
import app.rapport.balance.model.Turns;
import app.rapport.balance.model.Turns.From;
import app.rapport.balance.model.Turns.Turn;
import app.rapport.balance.model.Wrong;
import app.rapport.balance.store.GivenRows;
import app.rapport.conversations.Exchanged;
import app.rapport.conversations.Exchanges;
import app.rapport.conversations.Stretch;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.promises.Promises;
import app.rapport.promises.model.Promise;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What took each side effort, gathered from the facts by a few statements for all people. */
@Component
class Efforts {
    private final Exchanges exchanges;
    private final Promises promises;
    private final GivenRows rows;

    Efforts(Exchanges exchanges, Promises promises, GivenRows rows) {
        this.exchanges = exchanges;
        this.promises = promises;
        this.rows = rows;
    }

    /**
     * With one person.
     *
     * @param turns mails and talks, oldest first
     * @param wrong by the entry that somebody says is wrong
     * @param since from when on nothing is left out
     */
    record With(List<Turn> turns, List<Effort> efforts, Map<String, Wrong> wrong, Instant since) {
        Balance at(Instant moment) {
            return Balance.of(efforts, wrong, since, moment);
        }

        /**
         * With several people as one side.
         *
         * @param from when on they were asked for: nothing is left out where there is nobody
         */
        static With all(Collection<With> each, Instant from) {
            Map<String, Wrong> wrong = new HashMap<>();
            each.forEach(one -> wrong.putAll(one.wrong));
            return new With(
                    List.of(),
                    each.stream().flatMap(one -> one.efforts.stream()).toList(),
                    wrong,
                    each.stream().map(With::since).max(Comparator.naturalOrder()).orElse(from));
        }
    }

    /** With each of these people in that time, of what was known at its end. */
    Map<PersonId, With> withEach(
            Viewer viewer, Collection<PersonId> people, Instant from, Instant at) {
        if (people.isEmpty()) return Map.of();
        Map<PersonId, Stretch> exchanged = exchanges.with(viewer, people, from, at);
        Map<PersonId, List<Promise>> promised = promises.withEach(viewer, people, at);
        Map<PersonId, List<Given>> given = rows.with(viewer, people, from, at);
        Map<PersonId, Map<String, Wrong>> wrong = rows.wrong(viewer, people, at);
        return people.stream()
                .distinct()
                .collect(
                        Collectors.toMap(
                                Function.identity(),
                                person ->
                                        with(
                                                person,
                                                from,
                                                exchanged.getOrDefault(
                                                        person, new Stretch(List.of(), from)),
                                                promised.getOrDefault(person, List.of()),
                                                given.getOrDefault(person, List.of()),
                                                wrong.getOrDefault(person, Map.of()))));
    }

    private static With with(
            PersonId person,
            Instant from,
            Stretch exchanged,
            List<Promise> promised,
            List<Given> given,
            Map<String, Wrong> wrong) {
        List<Turn> turns = exchanged.turns().stream().map(Efforts::turn).toList();
        Stream<Effort> kept =
                promised.stream()
                        .flatMap(one -> PromiseEffort.of(one).stream())
                        .filter(one -> one.at().isAfter(from));
        Stream<Effort> recorded =
                given.stream().map(one -> one.effort("/people/" + person + "/balance"));
        return new With(
                turns,
                Stream.of(Turns.efforts(turns).stream(), kept, recorded)
                        .flatMap(Function.identity())
                        .toList(),
                wrong,
                exchanged.since());
    }

    private static Turn turn(Exchanged one) {
        From from = one.ours().map(ours -> ours ? From.US : From.THEM).orElse(From.BOTH);
        return new Turn(one.touch(), one.at(), from, one.written(), one.letters(), one.newPeople());
    }
}
