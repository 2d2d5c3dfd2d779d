package app.rapport.exchange.contacts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The words by which programs of many languages head their columns; see headers.txt. */
final class HeaderWords {
    private static final int LONGEST = 200;
    private static final Pattern E_MAIL = Pattern.compile("\\be mail(s?)\\b");
    private static final Pattern LAST_C = Pattern.compile(" c$");
    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SMALL =
            Pattern.compile(
                    "\\b(?:de|del|des|du|d|l|la|le|les|el|los|las|da|do|dos|di|della|dell|dello|der|die|das|dem|den|im|in|of|the|van|het|voor|fur|for)\\b");

    /** Of words that would mean two things without their small ones. */
    private static final Meaning NOTHING = new Meaning(Field.EXTRA, "");

    private static final Map<String, Meaning> WORDS = read();
    private static final Map<String, Meaning> BARE = bare();

    /** What a header means. */
    record Meaning(Field field, String label) {}

    private HeaderWords() {}

    /** Small words apart: "numero de telephone" and "numero du telephone" are one. */
    static Optional<Meaning> exactly(String folded) {
        Meaning exact = WORDS.get(folded);
        return Optional.ofNullable(exact == null ? BARE.get(bare(folded)) : exact);
    }

    static String bare(String folded) {
        return SMALL.matcher(folded).replaceAll(" ").replaceAll("\\s+", " ").strip();
    }

    private static Map<String, Meaning> bare() {
        Map<String, Meaning> bare = new HashMap<>();
        WORDS.forEach((words, meaning) -> {
            String without = bare(words);
            if (!without.isEmpty() && !WORDS.containsKey(without))
                bare.merge(without, meaning, (a, b) -> a.equals(b) ? a : NOTHING);
        });
        bare.values().removeIf(NOTHING::equals);
        return Map.copyOf(bare);
    }

    /** Nobody heads a column with more, and patterns are not tried on pages of text. */
    static String beginning(String header) {
        return header.length() <= LONGEST ? header : header.substring(0, LONGEST);
    }

    /** Lower case words without accents and signs; camel case is parted. */
    static String fold(String header) {
        String parted = CAMEL.matcher(beginning(header).strip()).replaceAll(" ");
        String plain =
                MARKS.matcher(Normalizer.normalize(parted, Normalizer.Form.NFKD)).replaceAll("");
        String lower =
                plain.toLowerCase(Locale.ROOT)
                        .replace("ß", "ss")
                        .replace("ø", "o")
                        .replace("ł", "l")
                        .replace("æ", "ae")
                        .replace("ı", "i");
        String words = OTHER.matcher(lower).replaceAll(" ").strip();
        return LAST_C.matcher(E_MAIL.matcher(words).replaceAll("email$1")).replaceAll("");
    }

    private static Map<String, Meaning> read() {
        Map<String, Meaning> words = new HashMap<>();
        try (InputStream in = HeaderWords.class.getResourceAsStream("headers.txt");
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> add(line, words));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(words);
    }

    private static void add(String line, Map<String, Meaning> words) {
        String[] sides = line.split("=", 2);
        String[] name = sides[0].strip().split(":");
        Meaning meaning = new Meaning(Field.valueOf(name[0]), name.length > 1 ? name[1] : "");
        for (String word : sides[1].split("\\|")) words.putIfAbsent(fold(word), meaning);
    }
}
