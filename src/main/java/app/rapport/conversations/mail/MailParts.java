package app.rapport.conversations.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jspecify.annotations.Nullable;

/** The parts of one message, sorted by what they are for; nothing that is broken is refused. */
final class MailParts {
    private static final int DEEPEST = 30;
    private static final int LONGEST_TEXT = 4_000_000;

    /** Half a million empty parts are an attack on the reader's memory, not a letter. */
    private static final int MOST_PARTS = 50_000;

    /** So many cannot lie too deep in each other. */
    private static final int FEW_PARTS = 100;

    /** How a filter refuses a mail that was delivered already (RFC 5429, section 2.1.2). */
    private static final Pattern REFUSED =
            Pattern.compile(
                    "(?im)^Disposition:[ \\t]*automatic-action/MDN-sent-automatically;[ \\t]*deleted");

    private static final MimeConfig LENIENT =
            MimeConfig.custom()
                    .setStrictParsing(false)
                    .setMaxLineLen(-1)
                    .setMaxHeaderLen(-1)
                    .setMaxHeaderCount(10_000)
                    .setMaxContentLen(-1)
                    .setMalformedHeaderStartsBody(true)
                    .build();

    final List<String> plain = new ArrayList<>();
    final List<String> html = new ArrayList<>();
    final List<String> calendars = new ArrayList<>();

    /**
     * What this message itself reports; a report within a returned mail is {@link #nestedStatus}.
     */
    final List<String> deliveryStatus = new ArrayList<>();

    final List<String> nestedStatus = new ArrayList<>();
    final List<String> feedbackReports = new ArrayList<>();

    /** Headers of the mail that a report is about, and of mails sent along. */
    final List<String> returned = new ArrayList<>();

    final List<Attached> attachments = new ArrayList<>();
    boolean feedback;
    boolean dispositionNotification;
    Headers headers = Headers.of(List.of());

    static MailParts of(byte[] bytes) {
        MailParts parts = new MailParts();
        byte[] raw = HeaderBlock.mended(bytes);
        if (raw.length == 0) {
            parts.plain.add(Charsets.guess(bytes));
            return parts;
        }
        int delimiters = delimiters(raw);
        if (delimiters > MOST_PARTS || (delimiters > FEW_PARTS && Nesting.isTooDeep(raw))) {
            parts.fallBack(raw);
            return parts;
        }
        try {
            DefaultMessageBuilder builder = new DefaultMessageBuilder();
            builder.setMimeEntityConfig(LENIENT);
            builder.setDecodeMonitor(DecodeMonitor.SILENT);
            Message message = builder.parseMessage(new ByteArrayInputStream(raw));
            parts.headers = Headers.of(message.getHeader().getFields());
            parts.collect(message, 0);
            parts.wholeBodyWhereEmpty(raw);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            parts.fallBack(raw);
        }
        return parts;
    }

    /** Lines that may part it. */
    private static int delimiters(byte[] raw) {
        int delimiters = 0;
        for (int i = 0; i + 2 < raw.length && delimiters <= MOST_PARTS; i++) {
            if (raw[i] == '\n' && raw[i + 1] == '-' && raw[i + 2] == '-') delimiters++;
        }
        return delimiters;
    }

    /** A multipart whose boundary never comes still has words: the whole body, as it stands. */
    private void wholeBodyWhereEmpty(byte[] raw) {
        boolean empty =
                plain.stream().allMatch(String::isBlank)
                        && html.isEmpty()
                        && attachments.isEmpty()
                        && calendars.isEmpty();
        if (!empty || !headers.lower("content-type").startsWith("multipart/")) return;
        String body = body(raw);
        if (!body.isBlank()) plain.add(body);
    }

    private void fallBack(byte[] raw) {
        plain.clear();
        html.clear();
        if (headers.isEmpty()) headers = SimpleHeaders.of(raw);
        plain.add(body(raw));
    }

    private static String body(byte[] raw) {
        String all = Charsets.guess(raw);
        int crlf = all.indexOf("\r\n\r\n");
        int lf = all.indexOf("\n\n");
        int from = crlf >= 0 && (lf < 0 || crlf < lf) ? crlf + 4 : lf >= 0 ? lf + 2 : all.length();
        return all.substring(from);
    }

    private void collect(Entity entity, int depth) throws IOException {
        if (depth > DEEPEST) return;
        Body body = entity.getBody();
        String type =
                entity.getMimeType() == null
                        ? "text/plain"
                        : entity.getMimeType().toLowerCase(Locale.ROOT);
        switch (body) {
            case Multipart multipart -> collectAll(multipart, depth);
            case Message message -> returnedMail(entity, message, depth);
            case SingleBody single -> single(entity, single, type);
            case null, default -> {}
        }
    }

    private void collectAll(Multipart multipart, int depth) throws IOException {
        for (Entity part : multipart.getBodyParts()) collect(part, depth + 1);
        String preamble = multipart.getPreamble();
        if (multipart.getBodyParts().isEmpty() && preamble != null) plain.add(preamble);
    }

    private void returnedMail(Entity entity, Message message, int depth) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        new DefaultMessageWriter().writeHeader(message.getHeader(), head);
        returned.add(Charsets.guess(head.toByteArray()));
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        new DefaultMessageWriter().writeMessage(message, whole);
        attachments.add(
                new Attached(nameOf(entity, "message.eml"), "message/rfc822", whole.toByteArray()));
        if (depth > 3) return;
        String content = Charsets.guess(whole.toByteArray());
        if (content.contains("Final-Recipient:")) nestedStatus.add(content);
    }

    private void single(Entity entity, SingleBody body, String type) throws IOException {
        byte[] bytes = bytes(body);
        String disposition =
                entity.getDispositionType() == null
                        ? ""
                        : entity.getDispositionType().toLowerCase(Locale.ROOT);
        String file = entity.getFilename();
        if (type.contains("delivery-status")) {
            deliveryStatus.add(Charsets.guess(bytes));
        } else if (type.equals("message/feedback-report")) {
            feedback = true;
            feedbackReports.add(Charsets.guess(bytes));
        } else if (type.contains("disposition-notification")) {
            dispositionNotification = true;
            String notification = Charsets.guess(bytes);
            if (REFUSED.matcher(notification).find()) deliveryStatus.add(notification);
        } else if (type.equals("text/rfc822-headers") || type.equals("text/rfc822-header")) {
            returned.add(Charsets.guess(bytes));
        } else if (type.equals("text/calendar")) {
            calendars.add(Charsets.decode(bytes, entity.getCharset()));
        } else if (type.startsWith("text/") && !disposition.equals("attachment")) {
            text(type, bytes, charset(entity));
        } else if (!type.startsWith("multipart/")) {
            attachments.add(new Attached(nameOf(entity, file == null ? "" : file), type, bytes));
        } else {
            plain.add(Charsets.guess(bytes));
        }
    }

    private void text(String type, byte[] bytes, @Nullable String charset) {
        String text = Charsets.decode(bytes, charset);
        if (text.length() > LONGEST_TEXT) text = text.substring(0, LONGEST_TEXT);
        if (type.equals("text/html")) html.add(text);
        else if (type.equals("text/enriched") || type.equals("text/richtext"))
            plain.add(enriched(text));
        else plain.add(text);
    }

    /** RFC 1896: tags go, a doubled {@code <} is one. */
    private static String enriched(String text) {
        return text.replaceAll("(?is)<param>.{0,200}?</param>", "")
                .replace("<<", "\u0000")
                .replaceAll("<[^>]{0,100}>", "")
                .replace('\u0000', '<');
    }

    /** The declared charset only: a part that declares none is guessed. */
    private static @Nullable String charset(Entity entity) {
        if (entity.getHeader() == null || entity.getHeader().getField("Content-Type") == null)
            return null;
        String body = entity.getHeader().getField("Content-Type").getBody();
        return body != null && body.toLowerCase(Locale.ROOT).contains("charset")
                ? entity.getCharset()
                : null;
    }

    private static String nameOf(Entity entity, String otherwise) {
        String name = entity.getFilename();
        String decoded = EncodedWords.decode(name == null || name.isBlank() ? otherwise : name);
        return decoded.length() > 300 ? decoded.substring(0, 300) : decoded;
    }

    private static byte[] bytes(SingleBody body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var in = body.getInputStream()) {
            in.transferTo(bytes);
        } catch (IOException | RuntimeException e) {
            // what was decoded before the damage is kept
        }
        return bytes.toByteArray();
    }
}
