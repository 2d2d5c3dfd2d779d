package app.rapport.demo.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What customers and sellers write about, with holes for what differs each time. */
final class Topics {
    private static final String FILE = "/app/rapport/demo/topics.txt";
    private static final Pattern HOLE = Pattern.compile("\\{(\\w+)}");
    private static final List<String> PRODUCTS =
            List.of(
                    "CX-20 cartridges",
                    "CX-45 cartridges",
                    "depth sheets",
                    "membrane cartridges",
                    "pre-filters",
                    "sterile vent filters",
                    "bag filters");
    private static final List<String> LINES =
            List.of("line 1", "line 2", "line 4", "the keg line", "the can line", "tank farm B");
    private static final List<String> WEEKDAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday");

    private Topics() {}

    /**
     * @param words of each mail, in turn
     */
    record Topic(String subject, List<Words> words) {
        Topic {
            words = List.copyOf(words);
        }

        /** The first mail alone, where nobody answers. */
        List<Words> firstWords() {
            return words.subList(0, 1);
        }

        boolean begunByUs() {
            return words.getFirst().ours();
        }
    }

    record Words(boolean ours, String text) {}

    private static final List<Topic> ALL = read();

    private static List<Topic> read() {
        try (InputStream file = Topics.class.getResourceAsStream(FILE)) {
            String text =
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("---\n")).map(Topics::topic).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Topic topic(String block) {
        List<String> lines = block.strip().lines().toList();
        return new Topic(
                lines.getFirst(),
                lines.stream()
                        .skip(1)
                        .map(line -> new Words(line.startsWith(">"), line.substring(2)))
                        .toList());
    }

    /** One of them, its holes filled as of that day. */
    static Topic any(Chance chance, Company company, LocalDate on) {
        return filled(chance.pick(ALL), chance, company, on);
    }

    private static Topic filled(Topic topic, Chance chance, Company company, LocalDate on) {
        Map<String, String> holes =
                Map.of(
                        "city", company.city(),
                        "product", chance.pick(PRODUCTS),
                        "line", chance.pick(LINES),
                        "month", month(on.plusDays(chance.between(24, 70))),
                        "weekday", chance.pick(WEEKDAYS),
                        "qty", Integer.toString(chance.between(2, 16) * 12),
                        "number", Integer.toString(chance.between(100, 980)),
                        "day", Integer.toString(chance.between(4, 20)),
                        "days", Integer.toString(chance.between(3, 8)));
        return new Topic(
                filled(topic.subject(), holes),
                topic.words().stream()
                        .map(words -> new Words(words.ours(), filled(words.text(), holes)))
                        .toList());
    }

    /** One that is ahead of whoever writes. */
    private static String month(LocalDate day) {
        return day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static String filled(String text, Map<String, String> holes) {
        return HOLE.matcher(text)
                .replaceAll(hole -> Matcher.quoteReplacement(holes.get(hole.group(1))));
    }
}
