package app.rapport.agenda.model;

import app.rapport.kernel.PersonId;
import app.rapport.kernel.Signal;
import app.rapport.kernel.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Today's order: signals that nobody has settled, at most one item a person, in hard levels.
 *
 * @param open what to act on, most urgent first
 * @param snoozed what waits for its day, or for the person to write
 */
public record Agenda(List<Item> open, List<Item> snoozed) {

    private static final Comparator<Signal> BY_URGENCY =
            Comparator.comparingInt((Signal signal) -> signal.level().number())
                    .thenComparing(Comparator.comparingDouble(Signal::weight).reversed())
                    .thenComparing(Signal::since)
                    .thenComparing(signal -> signal.key().toString());

    private enum Standing {
        OPEN,
        SNOOZED,
        SETTLED
    }

    /**
     * @param judgements what was decided up to {@code at}, oldest first
     * @param lastWrote when each person last wrote to us, up to {@code at}; absent = never
     */
    public static Agenda of(
            List<Signal> signals,
            List<Judgement> judgements,
            Map<PersonId, Instant> lastWrote,
            Instant at) {
        Map<Signal.Key, Judgement> latest = new HashMap<>();
        judgements.forEach(judgement -> latest.put(judgement.key(), judgement));
        Map<Standing, List<Signal>> byStanding =
                signals.stream()
                        .collect(
                                Collectors.groupingBy(signal ->
                                        standing(signal, latest.get(signal.key()), lastWrote, at)));
        return new Agenda(
                merge(byStanding.getOrDefault(Standing.OPEN, List.of())),
                merge(byStanding.getOrDefault(Standing.SNOOZED, List.of())));
    }

    private static Standing standing(
            Signal signal,
            @org.jspecify.annotations.Nullable Judgement judgement,
            Map<PersonId, Instant> lastWrote,
            Instant at) {
        if (judgement == null) return Standing.OPEN;
        return switch (judgement.verdict()) {
            case Verdict.Undone _ -> Standing.OPEN;
            case Verdict.Done _, Verdict.NotNeeded _ -> Standing.SETTLED;
            case Verdict.SnoozedUntil(Instant until) ->
                    at.isBefore(until) ? Standing.SNOOZED : Standing.OPEN;
            case Verdict.SnoozedUntilTheyWrite _ ->
                    wroteAfter(signal, judgement.at(), lastWrote)
                            ? Standing.OPEN
                            : Standing.SNOOZED;
        };
    }

    private static boolean wroteAfter(
            Signal signal, Instant judged, Map<PersonId, Instant> lastWrote) {
        return signal.person()
                .flatMap(person -> Optional.ofNullable(lastWrote.get(person)))
                .filter(wrote -> wrote.isAfter(judged))
                .isPresent();
    }

    private static List<Item> merge(List<Signal> signals) {
        Map<Object, List<Signal>> bySubject = new LinkedHashMap<>();
        signals.stream()
                .sorted(BY_URGENCY)
                .forEach(signal ->
                        bySubject
                                .computeIfAbsent(subject(signal), _ -> new ArrayList<>())
                                .add(signal));
        return bySubject.values().stream().map(Item::new).toList();
    }

    /** Signals about one person are one item; those about nobody stand for themselves. */
    private static Object subject(Signal signal) {
        if (signal.person().isPresent()) return signal.person().get();
        return signal.account().<Object>map(account -> account).orElse(signal.key());
    }

    /** The item of that id among the open and the snoozed ones. */
    public Optional<Item> item(String id) {
        return java.util.stream.Stream.concat(open.stream(), snoozed.stream())
                .filter(item -> item.id().equals(id))
                .findFirst();
    }

    /** The open item below that one, or above it where it is the last. */
    public Optional<Item> after(Item item) {
        int at = open.indexOf(item);
        if (at < 0 || open.size() < 2) return Optional.empty();
        return Optional.of(open.get(at + 1 < open.size() ? at + 1 : at - 1));
    }
}
