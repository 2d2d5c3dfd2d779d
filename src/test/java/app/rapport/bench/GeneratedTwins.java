package app.rapport.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * A register of made-up people, some of whom stand in it several times: misspelt, with a cell left
 * out, with a new job, address or phone. Names, firms and towns are as unevenly spread as real ones
 * (after Zipf). The id says who is who: {@code 17-0} and {@code 17-1} are one.
 */
final class GeneratedTwins {
    private static final String HEADER =
            "id,first name,last name,mail,phone,company,title,street,town,postcode,birthday\n";
    private static final String[] HEAD =
            "Hal Brand Wes Tor Lind Ver Nor Quill Pel Mar Gras Stein Bau Fro Kel Dun Ash Bram Crow Elder Fern Gold Hart Iver Kest Lang Moss"
                    .split(" ");
    private static final String[] MIDDLE =
            "el en er a o ba de li mo ra ne ter gen ker dal ro vi".split(" ");
    private static final String[] TAIL =
            "ling berg strom mann field ton brook sey wick ley dahl gren hoff ner vik sen court ham stad wood ova escu ini olla ard"
                    .split(" ");
    private static final int GIVEN = 3_000;
    private static final int FAMILY = 60_000;
    private static final int TOWNS = 4_000;
    private static final int STREETS = 8_000;
    private static final int TITLES = 300;
    private static final double STANDS_TWICE = 0.08;

    private final Random random;
    private final int firms;
    private int addresses;

    private GeneratedTwins(int rows, long seed) {
        this.random = new Random(seed);
        this.firms = Math.max(10, rows / 20);
    }

    /** Writes so many rows, and says how many pairs of them are one. */
    static long write(Path file, int rows, long seed) throws IOException {
        GeneratedTwins twins = new GeneratedTwins(rows, seed);
        long pairs = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(HEADER);
            int written = 0;
            for (int person = 0; written < rows; person++) {
                String[] one = twins.someone();
                int copies = Math.min(twins.copies(), rows - written - 1);
                out.write(person + "-0," + String.join(",", one) + "\n");
                for (int copy = 1; copy <= copies; copy++)
                    out.write(
                            person + "-" + copy + "," + String.join(",", twins.again(one)) + "\n");
                written += copies + 1;
                pairs += (long) copies * (copies + 1) / 2;
            }
        }
        return pairs;
    }

    private int copies() {
        if (random.nextDouble() >= STANDS_TWICE) return 0;
        int copies = 1;
        while (copies < 4 && random.nextInt(4) == 0) copies++;
        return copies;
    }

    private String[] someone() {
        String given = spelt(zipf(GIVEN, 0.9) * 17 + 5);
        String family = spelt(zipf(FAMILY, 0.8));
        int firm = zipf(firms, 0.95);
        int town = zipf(TOWNS, 0.95);
        return new String[] {
            given,
            family,
            random.nextInt(20) < 17 ? mail(given, family, firm) : "",
            random.nextInt(10) < 7 ? phone() : "",
            random.nextInt(10) < 8 ? spelt(firm * 31 + 7) + " " + spelt(firm % 97) : "",
            random.nextInt(10) < 6 ? "Title " + spelt(zipf(TITLES, 0.9)) : "",
            random.nextInt(10) < 6
                    ? spelt(zipf(STREETS, 0.6) * 13) + " Road " + (1 + zipf(200, 0.5))
                    : "",
            random.nextInt(10) < 7 ? spelt(town * 7 + 3) : "",
            random.nextInt(10) < 6 ? String.valueOf(10_000 + town * 20 + random.nextInt(9)) : "",
            random.nextInt(10) < 5 ? birthday() : ""
        };
    }

    /** An address is one person's. */
    private String mail(String given, String family, int firm) {
        boolean free = random.nextInt(4) == 0;
        return given
                + "."
                + family
                + Integer.toString(addresses++, Character.MAX_RADIX)
                + (free ? "@mail" + random.nextInt(6) : "@" + spelt(firm * 31 + 7))
                + ".example";
    }

    private String phone() {
        return "+44 " + (1200 + random.nextInt(700)) + " " + (100_000 + random.nextInt(900_000));
    }

    private String birthday() {
        return "%d-%02d-%02d"
                .formatted(
                        1940 + random.nextInt(65), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    private String[] again(String[] one) {
        String[] copy = one.clone();
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(copy.length);
            switch (random.nextInt(6)) {
                case 0 -> copy[at] = "";
                case 1 -> copy[2] = mail(copy[0], copy[1], zipf(firms, 0.95));
                case 2 -> copy[3] = phone();
                default -> copy[at] = slip(copy[at]);
            }
        }
        return copy;
    }

    private String slip(String value) {
        if (value.length() < 3) return value;
        int at = 1 + random.nextInt(value.length() - 2);
        char wrong = Character.isDigit(value.charAt(at)) ? '7' : 'e';
        return switch (random.nextInt(3)) {
            case 0 -> value.substring(0, at) + value.substring(at + 1);
            case 1 -> value.substring(0, at) + wrong + value.substring(at);
            default ->
                    value.substring(0, at)
                            + value.charAt(at + 1)
                            + value.charAt(at)
                            + value.substring(at + 2);
        };
    }

    /** A rank below {@code many}; the first is the commonest. */
    private int zipf(int many, double power) {
        double rest = 1 - power;
        double at = Math.pow((Math.pow(many, rest) - 1) * random.nextDouble() + 1, 1 / rest);
        return Math.min(many - 1, (int) at - 1);
    }

    private static String spelt(int number) {
        int rest = number / HEAD.length;
        String head = HEAD[number % HEAD.length];
        String tail = TAIL[rest % TAIL.length];
        StringBuilder middle = new StringBuilder();
        for (rest /= TAIL.length; rest > 0; rest /= MIDDLE.length)
            middle.append(MIDDLE[rest % MIDDLE.length]);
        return head + middle + tail;
    }
}
