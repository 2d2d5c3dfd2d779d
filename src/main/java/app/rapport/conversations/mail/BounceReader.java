package app.rapport.conversations.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom a delivery report names, with which status. RFC 3464 fields first; where there are none, the
 * habits of mail servers: X-Failed-Recipients, an address that opens its own line, an address after
 * words such as "to" or "mailbox", and last the address that the returned mail was to.
 */
final class BounceReader {
    private static final String ADDRESS =
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9-]+)*";
    private static final Pattern NOTIFIED =
            Pattern.compile("\"emailAddress\"\\s*:\\s*\"(" + ADDRESS + ")\"");
    private static final Pattern FINAL =
            Pattern.compile(
                    "(?im)^\\s*(?:Final|Original)-Recipient:\\s*(?:[\\w-]+\\s*;)?\\s*<?\\s*\"?("
                            + ADDRESS
                            + ")");
    private static final Pattern FINAL_ONLY =
            Pattern.compile(
                    "(?im)^\\s*Final-Recipient:\\s*(?:[\\w-]+\\s*;)?\\s*<?\\s*\"?("
                            + ADDRESS
                            + ")");
    private static final Pattern ORIGINAL_ONLY =
            Pattern.compile(
                    "(?im)^\\s*Original-Recipient:\\s*(?:[\\w-]+\\s*;)?\\s*<?\\s*\"?("
                            + ADDRESS
                            + ")");
    private static final Pattern STATUS_FIELD =
            Pattern.compile("(?im)^Status:\\s*([245]\\.\\d{1,3}\\.\\d{1,3})");
    private static final Pattern ENHANCED =
            Pattern.compile("(?<![\\d.])([245]\\.\\d{1,3}\\.\\d{1,3})(?![\\d.])");
    private static final Pattern LINE_START =
            Pattern.compile(
                    "(?im)^[ \\t>*-]{0,12}(?:<("
                            + ADDRESS
                            + ")>|\"?("
                            + ADDRESS
                            + ")\"?)\\s*(?=$|[:;.,(\\[]|\\s-|\\s+\\S)");
    private static final Pattern AFTER_WORD =
            Pattern.compile(
                    "(?im)(?:(?:not|n't|could not|unable to|cannot|failed to) (?:be )?(?:deliver(?:ed)?|send|sent|reach(?:ed)?)[^@\\n]{0,80}?\\bto:?\\s+|recipients?(?: address)?:?\\s*|RCPT TO:\\s*|mailbox(?: for)?\\s+|user\\s+|address(?:es)?:?\\s*|<)<?[\"']?("
                            + ADDRESS
                            + ")");
    private static final Pattern ANYWHERE = Pattern.compile("<?(" + ADDRESS + ")>?");
    private static final Pattern RETURNED_TO =
            Pattern.compile(
                    "(?im)^(?:X-Original-To|Delivered-To|To|Envelope-To):[^\\n]{0,200}?("
                            + ADDRESS
                            + ")");
    private static final Pattern ORIGINAL_BELOW =
            Pattern.compile(
                    "(?im)^[\\s>]*(?:-{2,}.{0,60}(?:original message|copy of (?:the|your) message|returned message|message (?:follows|headers?)|unsent message|header).{0,80}|(?:original message|the (?:original|first \\d+ bytes).{0,60}(?:headers?|message|follow)).{0,60}:?|.{0,40}below this line is a copy of.*|received: (?:from|by) .*|return-path: .*)$");
    private static final Pattern OURS =
            Pattern.compile(
                    "(?i)^(?:mailer-daemon|postmaster|mail-daemon|no-?reply|bounces?[+_=-].*|.*double-bounce.*|mailmaster)@.*");

    private final Map<String, @Nullable String> found = new LinkedHashMap<>();

    private BounceReader() {}

    static List<Bounced> read(MailParts parts, String text) {
        BounceReader reader = new BounceReader();
        for (String status : parts.deliveryStatus) reader.deliveryStatus(status);
        if (reader.found.isEmpty()) reader.failedRecipients(parts);
        String report = report(text);
        if (reader.found.isEmpty()) reader.deliveryStatusInText(report);
        if (reader.found.isEmpty()) reader.notified(text);
        if (reader.found.isEmpty()) reader.ownLines(report);
        if (reader.found.isEmpty()) reader.afterWords(report);
        if (reader.found.isEmpty()) reader.lonely(report);
        if (reader.found.isEmpty()) reader.returned(parts, text);
        reader.dropCutOff();
        List<Bounced> bounces = new ArrayList<>();
        reader.found.forEach((recipient, status) -> bounces.add(new Bounced(recipient, status)));
        return bounces;
    }

    /** The server's own words, without the mail that came back below them. */
    private static String report(String text) {
        Matcher below = ORIGINAL_BELOW.matcher(text);
        int from = 0;
        while (below.find(from)) {
            if (text.substring(0, below.start()).indexOf('@') >= 0)
                return text.substring(0, below.start());
            from = below.end();
        }
        return text;
    }

    /** One group of fields for each recipient, parted by blank lines (RFC 3464, section 2.1). */
    private void deliveryStatus(String content) {
        for (String group : content.split("\\r?\\n[ \\t]*\\r?\\n")) {
            Matcher recipient = FINAL_ONLY.matcher(group);
            boolean there = recipient.find();
            if (!there) {
                recipient = ORIGINAL_ONLY.matcher(group);
                there = recipient.find();
            }
            if (there) put(recipient.group(1), status(group));
        }
    }

    private void deliveryStatusInText(String text) {
        if (FINAL.matcher(text).find()) deliveryStatus(text);
    }

    private static @Nullable String status(String group) {
        Matcher field = STATUS_FIELD.matcher(group);
        if (field.find()) return field.group(1);
        Matcher code = ENHANCED.matcher(group);
        return code.find() ? code.group(1) : null;
    }

    private void failedRecipients(MailParts parts) {
        for (String field : parts.headers.all("x-failed-recipients")) {
            for (Mailbox mailbox : Addresses.of(List.of(field))) {
                if (mailbox.isAddress()) put(mailbox.address(), null);
            }
        }
    }

    /** Notifications in JSON, as sending services write them. */
    private void notified(String text) {
        Matcher address = NOTIFIED.matcher(text);
        while (address.find()) put(address.group(1), statusAfter(text, address.end()));
    }

    /** A line that was wrapped inside an address leaves its beginning behind. */
    private void dropCutOff() {
        List<String> all = List.copyOf(found.keySet());
        found.keySet()
                .removeIf(
                        address -> all.stream().anyMatch(other -> other.startsWith(address + ".")));
    }

    /** qmail, Postfix, Exim, Sendmail and most others: the address opens a line of its own. */
    private void ownLines(String report) {
        Matcher line = LINE_START.matcher(report);
        while (line.find()) {
            String address = line.group(1) == null ? line.group(2) : line.group(1);
            put(address, statusAfter(report, line.end()));
        }
    }

    private void afterWords(String report) {
        Matcher words = AFTER_WORD.matcher(report);
        while (words.find()) put(words.group(1), statusAfter(report, words.end()));
    }

    private void lonely(String report) {
        Matcher any = ANYWHERE.matcher(report);
        while (any.find() && found.isEmpty()) put(any.group(1), statusAfter(report, any.end()));
    }

    private void returned(MailParts parts, String text) {
        List<String> headers = new ArrayList<>(parts.returned);
        headers.add(text);
        for (String header : headers) {
            Matcher to = RETURNED_TO.matcher(header);
            if (found.isEmpty() && to.find()) put(to.group(1), statusAfter(text, 0));
        }
    }

    private static @Nullable String statusAfter(String text, int from) {
        Matcher code = ENHANCED.matcher(text);
        return code.region(from, Math.min(text.length(), from + 600)).find() ? code.group(1) : null;
    }

    private void put(String address, @Nullable String status) {
        String key = address.toLowerCase(Locale.ROOT).replaceAll("^[.'`*=]+|[.'`-]+$", "");
        if (key.indexOf('@') < 1 || key.length() > 320 || OURS.matcher(key).matches()) return;
        if (found.get(key) == null) found.put(key, status);
    }
}
