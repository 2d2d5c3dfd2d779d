package app.rapport.demo.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A mail of the made-up firm.
 *
 * @param from name and address as they stand in the head; so are {@code to} and {@code cc}
 * @param before ids of the mails before it in its thread, oldest first
 * @param more further lines of the head, each with its end
 */
public record Mail(
        String id,
        Instant at,
        String from,
        List<String> to,
        List<String> cc,
        String subject,
        List<String> before,
        String more,
        String body) {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter ENVELOPE =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    public Mail {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        before = List.copyOf(before);
    }

    boolean isOnIt(String address) {
        return from.contains(address)
                || to.stream().anyMatch(one -> one.contains(address))
                || cc.stream().anyMatch(one -> one.contains(address));
    }

    /** As it stands in an mbox. */
    public String inMbox() {
        StringBuilder text = new StringBuilder(600);
        text.append("From fernhollow ").append(ENVELOPE.format(at)).append('\n');
        line(text, "From", from);
        line(text, "To", String.join(", ", to));
        if (!cc.isEmpty()) line(text, "Cc", String.join(", ", cc));
        line(text, "Date", DATE.format(at));
        line(text, "Message-ID", id);
        line(text, "Subject", subject);
        if (!before.isEmpty()) {
            line(text, "In-Reply-To", before.getLast());
            line(text, "References", String.join(" ", before));
        }
        text.append("MIME-Version: 1.0\n");
        if (!more.contains("Content-Type")) line(text, "Content-Type", "text/plain; charset=utf-8");
        text.append(more).append('\n');
        text.append(body.replaceAll("(?m)^(>*From )", ">$1")).append("\n\n");
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append('\n');
    }
}
