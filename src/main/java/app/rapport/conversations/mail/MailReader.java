package app.rapport.conversations.mail;

import app.rapport.kernel.Sha256;
import app.rapport.listening.MailWords;
import app.rapport.listening.WantsAnswer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads any bytes as one mail (RFC 5322 and what programs make of it). */
public final class MailReader {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern ID = Pattern.compile("<\\s*([^<>]{1,900}?)\\s*>");

    private MailReader() {}

    /** Never refuses: what cannot be understood is kept as text. */
    public static ReadMail read(byte[] message) {
        return read(message, List.of());
    }

    /**
     * @param where labels that the mail does not carry itself, such as that of the folder it lay in
     */
    public static ReadMail read(byte[] message, List<String> where) {
        byte[] raw = withoutFromLine(message);
        MailParts parts = MailParts.of(raw);
        Headers headers = parts.headers;
        String subject = SPACE.matcher(headers.decoded("subject")).replaceAll(" ").strip();
        Optional<Mailbox> from = sender(headers);
        Optional<Instant> date = headers.first("date").flatMap(MailDates::read);
        String text = text(parts);
        MailWords words = MailWords.of(text);
        MailKind kind = KindRules.of(parts, from, subject, text);
        WantsAnswer wants = WantsAnswer.of(words.replyText(), subject);
        String key = SubjectKey.of(subject);
        return new ReadMail(
                headers.first("message-id").map(MailReader::id).filter(id -> !id.isEmpty()),
                date,
                from,
                Addresses.of(headers.all("to")),
                Addresses.of(headers.all("cc")),
                Addresses.of(headers.all("bcc")),
                subject,
                key,
                references(headers),
                labels(headers, where),
                text,
                parts.html.isEmpty()
                        ? Optional.empty()
                        : Optional.of(String.join("\n<hr>\n", parts.html)),
                words.replyText(),
                words.newText(),
                words.signature(),
                kind,
                kind == MailKind.BOUNCE ? BounceReader.read(parts, text) : List.of(),
                List.copyOf(parts.attachments),
                List.copyOf(parts.calendars),
                wants.asks(),
                wants.probability(),
                new ReadMail.Passage(wants.start(), wants.end()),
                substance(from, date, key, text));
    }

    private static byte[] withoutFromLine(byte[] raw) {
        if (raw.length < 5
                || raw[0] != 'F'
                || raw[1] != 'r'
                || raw[2] != 'o'
                || raw[3] != 'm'
                || raw[4] != ' ') return raw;
        int i = 0;
        while (i < raw.length && raw[i] != '\n') i++;
        return Arrays.copyOfRange(raw, Math.min(raw.length, i + 1), raw.length);
    }

    private static Optional<Mailbox> sender(Headers headers) {
        return Addresses.of(headers.all("from")).stream()
                .findFirst()
                .or(() -> Addresses.of(headers.all("sender")).stream().findFirst());
    }

    /** Plain text where there is some; else the HTML as text. */
    private static String text(MailParts parts) {
        String plain = String.join("\n", parts.plain).replace("\u0000", "");
        if (!plain.isBlank() || parts.html.isEmpty()) return plain;
        return HtmlText.of(String.join("\n", parts.html)).replace("\u0000", "");
    }

    private static String id(String field) {
        Matcher bracketed = ID.matcher(field);
        String id = bracketed.find() ? bracketed.group(1) : field.replaceAll("[<>\\s]", "");
        return id.length() > 900 ? id.substring(0, 900) : id.replace("\u0000", "");
    }

    private static List<String> references(Headers headers) {
        List<String> ids = new ArrayList<>();
        for (String name : List.of("references", "in-reply-to")) {
            for (String field : headers.all(name)) {
                Matcher id = ID.matcher(field);
                while (id.find() && ids.size() < 200) {
                    String one = SPACE.matcher(id.group(1)).replaceAll("");
                    if (!ids.contains(one)) ids.add(one);
                }
            }
        }
        return ids;
    }

    private static List<String> labels(Headers headers, List<String> where) {
        Stream<String> own =
                headers.all("x-gmail-labels").stream()
                        .flatMap(field -> Arrays.stream(EncodedWords.decode(field).split(",")))
                        .map(label -> label.strip().replace("\"", ""))
                        .filter(label -> !label.isEmpty());
        return Stream.concat(own, where.stream()).toList();
    }

    private static byte[] substance(
            Optional<Mailbox> from, Optional<Instant> date, String subjectKey, String text) {
        return Sha256.of(
                String.join(
                        "\0",
                        from.map(Mailbox::key).orElse(""),
                        date.map(Instant::toString).orElse(""),
                        subjectKey,
                        withoutSpace(text)));
    }

    private static String withoutSpace(String text) {
        StringBuilder dense = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && !Character.isWhitespace(c) && c != '\u00a0') dense.append(c);
        }
        return dense.toString().toLowerCase(Locale.ROOT);
    }
}
