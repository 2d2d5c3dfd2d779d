package app.rapport.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * Invented people and the ways in which clerks, scanners and ears get them wrong, in the manner of
 * Christen's generator (Christen and Pudjijono 2009, PAKDD, LNCS 5476:507-514): a duplicate has one
 * to a few fields misspelt by the keyboard, misread, misheard, emptied or exchanged.
 */
final class MadePeople {
    static final List<String> COLUMNS =
            List.of("given", "surname", "number", "street", "town", "postcode", "born", "card");
    private static final String[] GIVEN =
            ("anna berta carla dora emma frieda greta hanna ida jana klara lena maria nora olga paula"
                            + " rosa sara tina ulla vera wanda adam bruno conrad david erik felix georg"
                            + " hugo ivan jakob karl leo martin niels oskar peter robert simon thomas"
                            + " urban viktor walter xaver yannick catherine philip michaela nicholas"
                            + " christopher jennifer alexander elizabeth")
                    .split(" ");
    private static final String[] HEAD =
            "al bar cal den el fin gar hol is jan kel lin mor nor ol pen quin ros stan tor ul ver wal yar zim"
                    .split(" ");
    private static final String[] MIDDLE = "ba de li mo ra ne ter gen ker dal ro vi".split(" ");
    private static final String[] TAIL =
            "son man berg ton ley field er ski sen wood hof feld stein mann ick es".split(" ");
    private static final String[] ROAD =
            "street road lane place close avenue crescent circuit".split(" ");
    private static final String[][] MISREAD = {
        {"m", "rn"}, {"l", "1"}, {"o", "0"}, {"s", "5"}, {"b", "6"}, {"g", "9"}, {"cl", "d"}
    };
    private static final String[][] MISHEARD = {
        {"ph", "f"}, {"k", "c"}, {"ie", "y"}, {"s", "z"}, {"ei", "ie"}, {"v", "f"}, {"nn", "n"}
    };

    final List<List<String>> rows = new ArrayList<>();
    final List<Integer> person = new ArrayList<>();
    private final SplittableRandom random;

    MadePeople(long seed) {
        random = new SplittableRandom(seed);
    }

    /** So many originals; those that the chance hits have up to {@code most} copies. */
    MadePeople with(int originals, double duplicated, int most, int slips) {
        int first = person.stream().mapToInt(Integer::intValue).max().orElse(-1) + 1;
        for (int i = 0; i < originals; i++) {
            List<String> one = someone();
            add(first + i, one);
            if (random.nextDouble() >= duplicated) continue;
            int copies = 1;
            while (copies < most && random.nextDouble() < 0.5) copies++;
            for (int k = 0; k < copies; k++) add(first + i, copy(one, slips));
        }
        return this;
    }

    /** The same people with other columns. */
    MadePeople as(UnaryOperator<List<String>> view) {
        rows.replaceAll(view);
        return this;
    }

    private void add(int who, List<String> row) {
        rows.add(row);
        person.add(who);
    }

    List<String> someone() {
        String surname = word();
        return List.of(
                skewed(GIVEN),
                surname,
                Integer.toString(1 + random.nextInt(random.nextInt(4) == 0 ? 900 : 90)),
                word() + " " + pick(ROAD),
                word() + (random.nextInt(4) == 0 ? " " + pick(TAIL) : ""),
                Integer.toString(1000 + random.nextInt(3000)),
                String.format(
                        "%d%02d%02d",
                        1920 + random.nextInt(85), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                Integer.toString(1_000_000 + random.nextInt(9_000_000)));
    }

    private List<String> copy(List<String> original, int slips) {
        List<String> copy = new ArrayList<>(original);
        int times = 1 + random.nextInt(slips);
        for (int i = 0; i < times; i++) {
            int at = random.nextInt(copy.size());
            if (random.nextInt(12) == 0) copy.set(at, "");
            else if (random.nextInt(12) == 0) {
                String given = copy.get(0);
                copy.set(0, copy.get(1));
                copy.set(1, given);
            } else copy.set(at, slip(copy.get(at)));
        }
        return copy;
    }

    String slip(String value) {
        if (value.length() < 2) return value;
        return switch (random.nextInt(6)) {
            case 0 -> replaced(value, MISREAD);
            case 1 -> replaced(value, MISHEARD);
            default -> typed(value);
        };
    }

    private String replaced(String value, String[][] table) {
        String[] pair = table[random.nextInt(table.length)];
        return value.contains(pair[0]) ? value.replaceFirst(pair[0], pair[1]) : typed(value);
    }

    private String typed(String value) {
        int at = random.nextInt(value.length() - 1);
        boolean digit = Character.isDigit(value.charAt(at));
        char wrong = (char) (digit ? '0' + random.nextInt(10) : 'a' + random.nextInt(26));
        String head = value.substring(0, at);
        String tail = value.substring(at + 1);
        return switch (random.nextInt(4)) {
            case 0 -> head + tail;
            case 1 -> head + wrong + value.charAt(at) + tail;
            case 2 -> head + tail.charAt(0) + value.charAt(at) + tail.substring(1);
            default -> head + wrong + tail;
        };
    }

    String word() {
        return skewed(HEAD) + (random.nextInt(3) == 0 ? pick(MIDDLE) : "") + skewed(TAIL);
    }

    String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }

    private String skewed(String[] from) {
        return from[(int) (from.length * Math.pow(random.nextDouble(), 1.6))];
    }

    Population population(List<String> columns) {
        Population.Builder builder = Population.of(columns);
        rows.forEach(builder::row);
        return builder.build();
    }
}
