package app.rapport.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;

/**
 * An mbox of made-up mail: a few hundred people, threads with replies that quote, signatures, some
 * HTML, some lists and delivery reports, and now and then an attachment. The same seed gives the
 * same file.
 */
final class GeneratedMail {
    private static final String[] WORDS =
            ("the order cartridge sample price list delivery next week could you send us a quote for four pallets thanks"
                            + " we have agreed on terms please let me know when it suits invoice meeting Tuesday of and to with about"
                            + " after holiday production line filter dairy cheese milk test result looks good not sure yet")
                    .split(" ");
    private final Random random;

    private GeneratedMail(long seed) {
        this.random = new Random(seed);
    }

    /** Writes messages until the file has that size; how many. */
    static long write(Path file, long bytes, long seed) throws IOException {
        GeneratedMail mail = new GeneratedMail(seed);
        long n = 0;
        long written = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            while (written < bytes) {
                String message = mail.message(n++);
                out.write(message);
                written += message.length();
            }
        }
        return n;
    }

    private String message(long n) {
        boolean mine = random.nextInt(3) == 0;
        int other = (int) Math.min(399, Math.abs(random.nextGaussian()) * 120);
        String me = "Nora Pelling <nora@tarn.example>";
        String them = "Person " + other + " <person" + other + "@firm" + other % 90 + ".example>";
        boolean reply = random.nextInt(10) < 6;
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        Instant.ofEpochSecond(1_600_000_000L + n * 613).atOffset(ZoneOffset.UTC));
        String body = words(40 + random.nextInt(160));
        if (reply) body += "\n\nOn Monday somebody wrote:\n> " + words(60).replace("\n", "\n> ");
        body +=
                "\n\n-- \n"
                        + (mine ? "Nora Pelling" : "Person " + other)
                        + "\n+44 20 7946 0"
                        + (100 + other)
                        + "\n";
        StringBuilder mail = new StringBuilder("From x Mon Mar  9 10:12:00 2026\n");
        mail.append("From: ").append(mine ? me : them).append("\nTo: ").append(mine ? them : me);
        mail.append("\nDate: ")
                .append(date)
                .append("\nMessage-ID: <")
                .append(n)
                .append("@gen.example>\n");
        if (reply)
            mail.append("In-Reply-To: <")
                    .append(Math.max(0, n - 1 - random.nextInt(40)))
                    .append("@gen.example>\n");
        mail.append("Subject: ")
                .append(reply ? "Re: " : "")
                .append(words(4).strip())
                .append("\nMIME-Version: 1.0\n");
        return mail.append(random.nextInt(4) == 0 ? alternative(body) : plain(body))
                .append("\n\n")
                .toString();
    }

    private static String plain(String body) {
        return "Content-Type: text/plain; charset=utf-8\n\n" + body;
    }

    private static String alternative(String body) {
        return "Content-Type: multipart/alternative; boundary=b1\n\n--b1\nContent-Type: text/plain; charset=utf-8\n\n"
                + body
                + "\n--b1\nContent-Type: text/html; charset=utf-8\n\n<html><body><p>"
                + body.replace("&", "&amp;").replace(">", "&gt;").replace("\n", "<br>\n")
                + "</p></body></html>\n--b1--\n";
    }

    private String words(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= count; i++)
            text.append(WORDS[random.nextInt(WORDS.length)])
                    .append(i % 12 == 0 ? (i % 36 == 0 ? "?\n" : "\n") : " ");
        return text.toString();
    }
}
