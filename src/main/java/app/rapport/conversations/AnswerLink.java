package app.rapport.conversations;

import app.rapport.kernel.Excerpt;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A mailto link (RFC 6068) that begins an answer: recipient, subject, In-Reply-To and the quoted
 * words.
 */
final class AnswerLink {
    /** Mail programs cut longer links. */
    private static final int LONGEST_QUOTE = 1_200;

    private AnswerLink() {}

    static String of(String address, String subject, Optional<String> messageId, String words) {
        String re = subject.regionMatches(true, 0, "re:", 0, 3) ? subject : "Re: " + subject;
        String id = messageId.map(m -> "&In-Reply-To=" + encoded("<" + m + ">")).orElse("");
        return "mailto:"
                + encoded(address).replace("%40", "@")
                + "?subject="
                + encoded(re)
                + id
                + "&body="
                + encoded("\n\n" + quoted(words));
    }

    private static String quoted(String words) {
        return Excerpt.of(words, LONGEST_QUOTE)
                .lines()
                .map(line -> "> " + line)
                .collect(Collectors.joining("\n"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%0A", "%0D%0A");
    }
}
