package app.rapport.kills;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code bin/kills [--rounds N] [--seed S] [--only DEED] [--json]}: kills the built program or its
 * PostgreSQL at random moments of what members do, starts it again and looks at every row.
 */
public final class Kills {
    private static final int ROUNDS_A_WORLD = 25;
    private static final double BEYOND = 1.15;

    private final Random random;
    private final List<Kind> deck;
    private final Map<Kind, Control> controls = new EnumMap<>(Kind.class);
    private final Tally tally;
    private int number;

    private Kills(long seed, int rounds, Optional<Kind> only) {
        this.random = new Random(seed);
        this.deck =
                only.map(kind -> Collections.nCopies(rounds, kind))
                        .orElseGet(() -> Kind.deck(rounds, random));
        this.tally = new Tally(seed, controls);
    }

    public static void main(String[] args) throws Exception {
        List<String> asked = new ArrayList<>(List.of(args));
        boolean json = asked.remove("--json");
        int rounds = Integer.parseInt(after(asked, "--rounds").orElse("200"));
        long seed = Long.parseLong(after(asked, "--seed").orElse("1"));
        Optional<Kind> only =
                after(asked, "--only").map(word -> Kind.valueOf(word.toUpperCase(Locale.ROOT)));
        Kills kills = new Kills(seed, rounds, only);
        // its threads complain of every client that was killed
        Thread.setDefaultUncaughtExceptionHandler((_, _) -> {});
        try (Post post = new Post()) {
            kills.run(post);
        }
        System.out.println(
                json
                        ? JsonMapper.shared().writeValueAsString(kills.tally.json())
                        : kills.tally.toString());
        System.exit(kills.tally.isGood() ? 0 : 1);
    }

    private static Optional<String> after(List<String> asked, String option) {
        int at = asked.indexOf(option);
        return at < 0 || at + 1 >= asked.size() ? Optional.empty() : Optional.of(asked.get(at + 1));
    }

    private void run(Post post) throws Exception {
        while (number < deck.size()) {
            World world = new World(post);
            if (live(world, Math.min(deck.size(), number + ROUNDS_A_WORLD))) world.close();
            else System.err.println("left as it is: " + world.left());
        }
    }

    /** Whether the world is as it should be at its end. */
    private boolean live(World world, int upTo) throws Exception {
        while (number < upTo) {
            Kind kind = deck.get(number++);
            Victim victim = Victim.values()[random.nextInt(Victim.values().length)];
            if (!round(world, kind, victim, random.nextDouble() * BEYOND)) return false;
        }
        try {
            world.seeAllWell();
            return true;
        } catch (Broken e) {
            tally.failed("after round " + number + ": " + e.getMessage());
            return false;
        }
    }

    private boolean round(World world, Kind kind, Victim victim, double part) {
        String what =
                "round %d: %s, %s killed at %.2f of its time"
                        .formatted(number, kind.word(), victim.word(), part);
        long begin = System.nanoTime();
        try {
            Control control = control(world, kind);
            Round round = Round.of(kind, victim, part, control, world, "r%04d".formatted(number));
            tally.add(round);
            System.err.printf(
                    "%s%s, found %s; %.1f s%n",
                    what,
                    round.told() ? ", told" : "",
                    round.found(),
                    (System.nanoTime() - begin) / 1e9);
            return true;
        } catch (Exception e) {
            tally.failed(what + ": " + e);
            return false;
        }
    }

    private Control control(World world, Kind kind) throws Exception {
        Control known = controls.get(kind);
        if (known != null) return known;
        String tag = "r%04d".formatted(9_000 + kind.ordinal());
        Control taken = Control.of(kind.deed(world, tag), world, tag);
        controls.put(kind, taken);
        return taken;
    }
}
