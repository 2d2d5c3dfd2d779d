package app.rapport.conversations.model;

import app.rapport.conversations.mail.Mailbox;
import app.rapport.conversations.mail.ReadMail;
import app.rapport.kernel.Redaction;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A mail without somebody: plain text, with the headers that were understood. Names hide in too
 * many encodings of the raw form to be taken out of it one by one.
 */
public record RedactedMail(ReadMail mail, Redaction words, Set<String> addresses) {

    /** Whether the person stands anywhere in it. */
    public boolean isOther(byte[] raw) {
        return words.hits(mail.text())
                || words.hits(mail.subject())
                || mail.html().filter(words::hits).isPresent()
                || words.hits(new String(raw, StandardCharsets.UTF_8));
    }

    public byte[] bytes() {
        StringBuilder text = new StringBuilder();
        mail.from().ifPresent(from -> text.append(header("From", List.of(from))));
        text.append(header("To", mail.to())).append(header("Cc", mail.cc()));
        mail.date()
                .ifPresent(at ->
                        text.append("Date: ")
                                .append(
                                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                                at.atOffset(ZoneOffset.UTC)))
                                .append("\r\n"));
        text.append("Subject: ").append(line(words.of(mail.subject()))).append("\r\n");
        text.append("X-Redacted: somebody was erased from this mail\r\n");
        text.append("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n");
        text.append("Content-Transfer-Encoding: 8bit\r\n\r\n");
        text.append(words.of(mail.text()).replaceAll("\r?\n", "\r\n"));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String header(String name, List<Mailbox> boxes) {
        if (boxes.isEmpty()) return "";
        return boxes.stream()
                .map(this::mailbox)
                .collect(Collectors.joining(",\r\n ", name + ": ", "\r\n"));
    }

    private String mailbox(Mailbox box) {
        if (addresses.contains(box.key())) return "\"" + Redaction.INSTEAD + "\" <erased@invalid>";
        String name = line(words.of(box.name())).replace("\"", "'");
        return name.isEmpty()
                ? "<" + line(box.address()) + ">"
                : "\"" + name + "\" <" + line(box.address()) + ">";
    }

    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}]+", " ");
    }
}
