package app.rapport.listening;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sentences of the given mail archives that one reader of the project labelled. The labels
 * stand in {@link #LABELS} beside a hash of each sentence, the sentences only in the archives.
 */
final class MailSentences {
    static final Path LABELS = Path.of("src/training/asks.labels");
    private static final List<String> ARCHIVES =
            List.of("mail/enron-lokay-m", "mail/enron-blair-l");
    private static final Pattern NEXT_MAIL = Pattern.compile("\nFrom (?=MAILER-DAEMON )");
    private static final Pattern ENCODED = Pattern.compile("=([0-9A-F]{2})");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^a-z]+");

    private final Map<String, Boolean> labels = new HashMap<>();
    private final List<AskSentence> found = new ArrayList<>();

    private MailSentences() {}

    /** How many labels there are. */
    static long count() throws IOException {
        return Files.readAllLines(LABELS).size();
    }

    /** Each labelled sentence once, in the order of the archives. */
    static List<AskSentence> labelled(Path data) throws IOException {
        MailSentences sentences = new MailSentences();
        for (String line : Files.readAllLines(LABELS))
            sentences.labels.put(line.substring(0, 16), line.endsWith("Yes"));
        Set<String> bodies = new HashSet<>();
        for (String archive : ARCHIVES) {
            for (Path file : files(data.resolve(archive)))
                for (String mail : mails(file))
                    if (bodies.add(body(mail))) sentences.read(body(mail));
        }
        return sentences.found;
    }

    private static List<Path> files(Path archive) throws IOException {
        if (!Files.exists(archive)) return List.of();
        try (Stream<Path> files = Files.list(archive)) {
            return files.filter(file -> file.toString().endsWith(".mbox")).sorted().toList();
        }
    }

    private static String[] mails(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1).replace("\r", "");
        return NEXT_MAIL.split("\n" + text);
    }

    private static String body(String mail) {
        int blank = mail.indexOf("\n\n");
        if (blank < 0) return "";
        String body = mail.substring(blank + 2);
        boolean encoded =
                mail.substring(0, blank).toLowerCase(Locale.ROOT).contains("quoted-printable");
        return encoded ? decoded(body) : body;
    }

    private static String decoded(String body) {
        return ENCODED.matcher(body.replace("=\n", ""))
                .replaceAll(code -> {
                    char c = (char) Integer.parseInt(code.group(1), 16);
                    return c == '$' || c == '\\' ? "\\" + c : String.valueOf(c);
                });
    }

    private void read(String body) {
        String text = MailWords.of(body).newText();
        for (Sentences.Span span : Sentences.in(text)) {
            String sentence = span.of(text).replaceAll("\\s+", " ");
            Boolean asks = labels.remove(hash(sentence));
            if (asks != null) found.add(new AskSentence(sentence, asks));
        }
    }

    /** The first 64 bits of the SHA-256 of a sentence's letters, in hexadecimal. */
    static String hash(String sentence) {
        String letters =
                NOT_LETTERS.matcher(sentence.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(letters.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
