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
    private static final Pattern E_MAIL = Pattern.compile("\\be mail(s?)\\b");
    private static final Pattern LAST_C = Pattern.compile(" c$");
    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Map<String, Meaning> WORDS = read();

    /** What a header means. */
    record Meaning(Field field, String label) {}

    private HeaderWords() {}

    static Optional<Meaning> exactly(String folded) {
        return Optional.ofNullable(WORDS.get(folded));
    }

    /** Lower case words without accents and signs; camel case is parted. */
    static String fold(String header) {
        String parted = CAMEL.matcher(header.strip()).replaceAll(" ");
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
