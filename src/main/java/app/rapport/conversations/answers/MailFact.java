package app.rapport.conversations.answers;

import app.rapport.kernel.TouchId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the judgement needs to know of a mail. Addresses are lower case.
 *
 * @param own written by the member themselves
 * @param machine a list, newsletter, automatic reply or delivery report: Today never shows it
 */
public record MailFact(
        TouchId id,
        UUID thread,
        Instant at,
        String from,
        List<String> to,
        List<String> cc,
        String subject,
        String subjectKey,
        boolean own,
        boolean ours,
        boolean machine,
        Words words) {

    /**
     * What the writer's own new words say; which cues count was learned from mail (docs/today.md).
     *
     * @param wantsAnswer chance that it wants an answer from its reader, 0 to 1
     * @param question asks something, beside "any questions?" and its kin
     * @param wishes says what the writer would like or needs
     * @param greeted the name it begins with when that is not the member's, lower case; else empty
     * @param politeOffer "if you have any questions, call me": reads like a question and is none
     * @param asks whether a sentence of it asks for something, as Today would quote it
     * @param times names a day or an hour, as arrangements do
     * @param you share of words that speak to the reader, times 10, at most 1
     */
    public record Words(
            double wantsAnswer,
            boolean asks,
            boolean question,
            boolean wishes,
            boolean named,
            String greeted,
            double you,
            boolean times,
            boolean politeOffer,
            boolean link,
            boolean attached,
            boolean forInformation,
            boolean empty,
            boolean closing) {}

    /** Everybody in To and Cc but one. */
    List<String> recipientsBut(String me) {
        return Stream.concat(to.stream(), cc.stream())
                .distinct()
                .filter(one -> !one.equals(me))
                .toList();
    }

    /** Begins with the name of somebody else who got it too. */
    boolean greetsAnother() {
        return !words.greeted.isEmpty()
                && Stream.concat(to.stream(), cc.stream())
                        .flatMap(address -> Arrays.stream(address.split("@", 2)[0].split("[._-]")))
                        .anyMatch(words.greeted::equals);
    }

    /**
     * A sentence asks something, and not of so many or of another that it is not for the member.
     */
    public boolean asksMember() {
        return words.asks && (words.named || (recipients() <= CROWD && !greetsAnother()));
    }

    /** Whoever asks more people than these asks nobody in particular. */
    public static final int CROWD = 15;

    int recipients() {
        return to.size() + cc.size();
    }
}
