package app.rapport.conversations.answers;

import app.rapport.kernel.TouchId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

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
     * @param named whether the member is addressed by name at the start, or anywhere
     */
    public record Words(
            double wantsAnswer,
            int questions,
            boolean named,
            boolean namedAnywhere,
            boolean request,
            boolean forInformation,
            boolean closing,
            int length,
            boolean attachment) {}

    int recipients() {
        return to.size() + cc.size();
    }
}
