package app.rapport.conversations;

import app.rapport.conversations.answers.AskedWords;
import app.rapport.conversations.model.Sides;
import app.rapport.conversations.store.AnswersOwed;
import app.rapport.conversations.store.AnswersOwed.Owed;
import app.rapport.conversations.store.Quiet;
import app.rapport.conversations.store.SignalLessons;
import app.rapport.kernel.Evidence;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Questions between the viewer and one person that have no answer yet. */
@Service
public class Questions {
    /** Longer than Today waits: whoever meets them may still be asked. */
    private static final Duration REMEMBERED = Duration.ofDays(90);

    private static final int SHOWN = 3;

    private final AnswersOwed owed;
    private final Quiet quiet;
    private final SignalLessons lessons;
    private final Conversations conversations;

    Questions(AnswersOwed owed, Quiet quiet, SignalLessons lessons, Conversations conversations) {
        this.owed = owed;
        this.quiet = quiet;
        this.lessons = lessons;
        this.conversations = conversations;
    }

    /**
     * @param words where in the mail it is asked
     * @param quote those words
     */
    public record Question(Evidence words, Instant at, String quote) {}

    /** What they asked the viewer and what the viewer asked them, the newest few of each. */
    public record Open(List<Question> theirs, List<Question> ours) {
        public boolean none() {
            return theirs.isEmpty() && ours.isEmpty();
        }
    }

    private record Asked(Evidence words, Instant at) {}

    /** What somebody decided about in Today is settled. */
    public Open with(Viewer viewer, PersonId person, Instant at) {
        Instant from = at.minus(REMEMBERED);
        Sides sides = conversations.sides(viewer);
        List<Asked> theirs =
                owed.openFrom(viewer, person, from, at).stream()
                        .flatMap(mail -> asked(mail).stream())
                        .toList();
        List<Asked> ours =
                quiet.askedOf(viewer, sides, person, from, at).stream()
                        .map(mail ->
                                new Asked(
                                        new Evidence(
                                                mail.touch(),
                                                mail.passageStart(),
                                                mail.passageEnd()),
                                        mail.at()))
                        .toList();
        Set<TouchId> all =
                Stream.concat(theirs.stream(), ours.stream())
                        .map(asked -> asked.words().touch())
                        .collect(Collectors.toSet());
        if (all.isEmpty()) return new Open(List.of(), List.of());
        Set<TouchId> decided = lessons.decided(viewer, all, at);
        Map<TouchId, Touch> mails = conversations.touches(viewer, all);
        return new Open(quoted(theirs, decided, mails), quoted(ours, decided, mails));
    }

    private static Optional<Asked> asked(Owed mail) {
        if (!mail.asks()) return Optional.empty();
        return AskedWords.in(
                        mail.words(), mail.wantsAnswer(), mail.passageStart(), mail.passageEnd())
                .map(words ->
                        new Asked(
                                new Evidence(mail.touch(), words.start(), words.end()), mail.at()));
    }

    private static List<Question> quoted(
            List<Asked> asked, Set<TouchId> decided, Map<TouchId, Touch> mails) {
        return asked.stream()
                .filter(one -> !decided.contains(one.words().touch()))
                .flatMap(one ->
                        Optional.ofNullable(mails.get(one.words().touch()))
                                .map(mail -> mail.quote(one.words()))
                                .filter(quote -> !quote.isEmpty())
                                .map(quote -> new Question(one.words(), one.at(), quote))
                                .stream())
                .limit(SHOWN)
                .toList();
    }
}
