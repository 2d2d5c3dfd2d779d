package app.rapport.kills;

import app.rapport.kills.Deed.Standing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What all rounds came to. */
final class Tally {
    private final long seed;
    private final long begin = System.nanoTime();
    private final Map<Kind, Control> controls;
    private final List<Round> rounds = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    Tally(long seed, Map<Kind, Control> controls) {
        this.seed = seed;
        this.controls = controls;
    }

    void add(Round round) {
        rounds.add(round);
    }

    void failed(String sentence) {
        failures.add(sentence);
        System.err.println("FAILED " + sentence);
    }

    boolean isGood() {
        return failures.isEmpty();
    }

    /** For a program that reads it. */
    Map<String, Object> json() {
        List<Map<String, Object>> deeds = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Map<String, Object> deed = new LinkedHashMap<>();
            deed.put("deed", kind.word());
            deed.put(
                    "usualMillis", controls.containsKey(kind) ? controls.get(kind).millis() : null);
            for (Victim victim : Victim.values())
                deed.put(victim.word(), count(kind, round -> round.victim() == victim));
            deed.put("told", count(kind, Round::told));
            deed.put("done", count(kind, round -> round.found() == Standing.DONE));
            deed.put("nothing", count(kind, round -> round.found() == Standing.NOTHING));
            deeds.add(deed);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("seed", seed);
        all.put("kills", rounds.size());
        all.put("seconds", (System.nanoTime() - begin) / 1_000_000_000);
        all.put("deeds", deeds);
        all.put("failures", failures);
        return all;
    }

    private long count(Kind kind, Predicate<Round> fits) {
        return rounds.stream().filter(round -> round.kind() == kind).filter(fits).count();
    }

    @Override
    public String toString() {
        StringBuilder table =
                new StringBuilder(
                        "%-22s %8s %8s %11s %6s %6s %6s %8s%n"
                                .formatted(
                                        "deed",
                                        "usual ms",
                                        "program",
                                        "PostgreSQL",
                                        "both",
                                        "told",
                                        "done",
                                        "nothing"));
        for (Kind kind : Kind.values())
            table.append(
                    "%-22s %8s %8d %11d %6d %6d %6d %8d%n"
                            .formatted(
                                    kind.word(),
                                    controls.containsKey(kind) ? controls.get(kind).millis() : "",
                                    count(kind, round -> round.victim() == Victim.APP),
                                    count(kind, round -> round.victim() == Victim.DATABASE),
                                    count(kind, round -> round.victim() == Victim.BOTH),
                                    count(kind, Round::told),
                                    count(kind, round -> round.found() == Standing.DONE),
                                    count(kind, round -> round.found() == Standing.NOTHING)));
        failures.forEach(failure -> table.append("FAILED ").append(failure).append('\n'));
        return table
                + "%d kills, %d failures, seed %d, %d s"
                        .formatted(
                                rounds.size(),
                                failures.size(),
                                seed,
                                (System.nanoTime() - begin) / 1_000_000_000);
    }
}
