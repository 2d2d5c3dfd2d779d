package app.rapport.exchange.outlook;

import app.rapport.exchange.outlook.StoredMail.Attachment;
import app.rapport.exchange.outlook.StoredMail.Content;
import app.rapport.exchange.outlook.StoredMail.Line;
import app.rapport.exchange.outlook.StoredMail.Party;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.james.mime4j.codec.EncoderUtil;

/**
 * Writes a stored message as RFC 5322. What its header said is kept line by line; only how the body
 * is packed is ours, as Outlook keeps no trace of it. The same message gives the same bytes each
 * time: all parts are base64, so that no boundary can stand in one.
 */
final class InternetMail {
    private static final String LINE = "\r\n";
    private static final int BASE64_LINE = 57;

    private final OutputStream out;
    private final int depth;

    /**
     * @param depth how many messages it lies in
     */
    private InternetMail(OutputStream out, int depth) {
        this.out = out;
        this.depth = depth;
    }

    static void write(StoredMail mail, OutputStream out) throws IOException {
        new InternetMail(out, 0).message(mail);
    }

    private void message(StoredMail mail) throws IOException {
        Map<String, String> own = own(mail);
        Set<String> said = new HashSet<>();
        for (String field : TransportHeader.fields(mail.headers())) {
            said.add(TransportHeader.name(field));
            line(field);
        }
        for (Map.Entry<String, String> field : own.entrySet())
            if (!said.contains(field.getKey().toLowerCase(Locale.ROOT)))
                line(field.getKey() + ": " + field.getValue());
        line("MIME-Version: 1.0");
        if (mail.attachments().isEmpty()) body(mail);
        else mixed(mail);
    }

    /** What the properties say, for where the header says nothing. */
    private static Map<String, String> own(StoredMail mail) {
        Map<String, String> fields = new LinkedHashMap<>();
        mail.at()
                .ifPresent(at ->
                        fields.put(
                                "Date",
                                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                        at.atOffset(ZoneOffset.UTC))));
        if (!mail.from().isNobody()) fields.put("From", party(mail.from()));
        for (Line line : Line.values()) {
            String everybody =
                    mail.recipients().stream()
                            .filter(one -> one.line() == line && !one.party().isNobody())
                            .map(one -> party(one.party()))
                            .collect(Collectors.joining("," + LINE + " "));
            if (!everybody.isEmpty()) fields.put(line.field(), everybody);
        }
        put(fields, "Subject", encoded(mail.subject(), "Subject: ".length()));
        put(fields, "Message-ID", oneLine(mail.messageId()));
        put(fields, "In-Reply-To", oneLine(mail.inReplyTo()));
        put(fields, "References", oneLine(mail.references()));
        if (mail.meeting()) fields.put("Content-Class", "urn:content-classes:calendarmessage");
        put(fields, "X-Folder", encoded(mail.filed().folder(), "X-Folder: ".length()));
        if (mail.filed().draft()) fields.put("X-Gmail-Labels", "Drafts");
        else if (mail.filed().spam()) fields.put("X-Gmail-Labels", "Spam");
        return fields;
    }

    private static void put(Map<String, String> fields, String name, String value) {
        if (!value.isEmpty()) fields.put(name, value);
    }

    private static String party(Party party) {
        String address = oneLine(party.address());
        if (address.isEmpty()) return phrase(party.name());
        boolean same = party.name().isEmpty() || party.name().equalsIgnoreCase(address);
        return (same ? "" : phrase(party.name()) + " ") + "<" + address + ">";
    }

    private static String phrase(String name) {
        String plain = oneLine(name).replaceAll("^['\"]+|['\"]+$", "");
        return plain.isEmpty() ? "" : EncoderUtil.encodeAddressDisplayName(plain);
    }

    private static String encoded(String value, int used) {
        String plain = oneLine(value);
        return plain.isEmpty()
                ? ""
                : EncoderUtil.encodeIfNecessary(plain, EncoderUtil.Usage.TEXT_TOKEN, used);
    }

    private static String oneLine(String value) {
        return value.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    private void mixed(StoredMail mail) throws IOException {
        String boundary = boundary("mixed");
        line("Content-Type: multipart/mixed; boundary=\"" + boundary + "\"");
        line("");
        line("--" + boundary);
        body(mail);
        for (Attachment attachment : mail.attachments()) {
            line("--" + boundary);
            attachment(attachment);
        }
        line("--" + boundary + "--");
    }

    private void body(StoredMail mail) throws IOException {
        boolean html = !mail.html().isBlank();
        boolean text = !mail.text().isBlank() || !html;
        if (!html || !text) {
            words(html ? "html" : "plain", html ? mail.html() : mail.text());
            return;
        }
        String boundary = boundary("alternative");
        line("Content-Type: multipart/alternative; boundary=\"" + boundary + "\"");
        line("");
        line("--" + boundary);
        words("plain", mail.text());
        line("--" + boundary);
        words("html", mail.html());
        line("--" + boundary + "--");
    }

    private String boundary(String kind) {
        return "=_outlook." + depth + "." + kind;
    }

    private void words(String subtype, String words) throws IOException {
        line("Content-Type: text/" + subtype + "; charset=utf-8");
        line("Content-Transfer-Encoding: base64");
        line("");
        base64(new ByteArrayInputStream(words.getBytes(StandardCharsets.UTF_8)));
    }

    private void attachment(Attachment attachment) throws IOException {
        switch (attachment.content()) {
            case Content.Message(StoredMail mail) -> {
                line("Content-Type: message/rfc822");
                line("Content-Disposition: attachment");
                line("");
                new InternetMail(out, depth + 1).message(mail);
            }
            case Content.Bytes bytes -> {
                line("Content-Type: " + type(attachment.type()));
                line("Content-Transfer-Encoding: base64");
                String name = oneLine(attachment.name()).replace("\"", "'").replace('\\', '_');
                String shown = EncoderUtil.encodeIfNecessary(name, EncoderUtil.Usage.TEXT_TOKEN, 0);
                String id = oneLine(attachment.contentId()).replaceAll("[<>]", "");
                line(
                        "Content-Disposition: "
                                + (id.isEmpty() ? "attachment" : "inline")
                                + (name.isEmpty() ? "" : "; filename=\"" + unfolded(shown) + "\""));
                if (!id.isEmpty()) line("Content-ID: <" + id + ">");
                line("");
                try (InputStream in = bytes.open()) {
                    base64(in);
                }
            }
        }
    }

    private static String unfolded(String value) {
        return value.replaceAll("\\s*\\r?\\n\\s*", " ");
    }

    /** A message or several parts must not be base64 (RFC 2046): then it is a file. */
    private static String type(String type) {
        boolean known = type.matches("[a-zA-Z0-9]+/[a-zA-Z0-9.+-]+");
        boolean opened = type.regionMatches(true, 0, "message/", 0, 8);
        opened |= type.regionMatches(true, 0, "multipart/", 0, 10);
        return known && !opened ? type : "application/octet-stream";
    }

    /** Whole lines at a time, so that only the last one is padded. */
    private void base64(InputStream in) throws IOException {
        byte[] lines = new byte[BASE64_LINE * 512];
        for (int n = in.readNBytes(lines, 0, lines.length);
                n > 0;
                n = in.readNBytes(lines, 0, lines.length)) {
            out.write(Base64.getMimeEncoder().encode(Arrays.copyOf(lines, n)));
            line("");
        }
    }

    private void line(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.write(LINE.getBytes(StandardCharsets.US_ASCII));
    }
}
