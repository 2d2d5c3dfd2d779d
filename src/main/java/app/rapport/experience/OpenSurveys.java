package app.rapport.experience;

import app.rapport.access.Access;
import app.rapport.access.Member;
import app.rapport.access.Secrets;
import app.rapport.conversations.Channel;
import app.rapport.conversations.Conversations;
import app.rapport.conversations.Side;
import app.rapport.conversations.TypedTouch;
import app.rapport.database.CurrentWorkspace;
import app.rapport.experience.model.Answer;
import app.rapport.experience.model.Measure;
import app.rapport.experience.model.Occasion;
import app.rapport.experience.store.AskRows;
import app.rapport.experience.store.AskRows.Open;
import app.rapport.experience.store.AskRows.Where;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a customer meets behind the link of a question: opening it shows the question and nothing
 * else of ours; only sending records, once.
 */
@Service
public class OpenSurveys {
    public static final int LONGEST = 4_000;
    private static final int MOST_AN_HOUR = 60;

    private final AskRows asks;
    private final Access access;
    private final Conversations conversations;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OpenSurveys(
            AskRows asks,
            Access access,
            Conversations conversations,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.asks = asks;
        this.access = access;
        this.conversations = conversations;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What a link opens. */
    public sealed interface Opened {
        /**
         * @param asker who asked, and for whom
         */
        record Question(Occasion occasion, Measure measure, String asker, String house)
                implements Opened {}

        /** It was answered, now or before. */
        record Answered() implements Opened {}

        record Nothing() implements Opened {}

        record TooOften() implements Opened {}
    }

    public Opened open(String secret) {
        return behind(secret, where -> in(where, () -> shown(where)));
    }

    /**
     * @param rating one that the question has
     */
    public Opened answer(String secret, int rating, String words) {
        return behind(secret, where -> in(where, () -> recorded(where, rating, words)));
    }

    private Opened behind(String secret, java.util.function.Function<Where, Opened> then) {
        return asks.where(Secrets.hash(secret)).map(then).orElseGet(Opened.Nothing::new);
    }

    private Opened in(Where where, Supplier<Opened> work) {
        return CurrentWorkspace.call(
                where.workspace(),
                () ->
                        Optional.ofNullable(transaction.execute(_ -> work.get()))
                                .orElseGet(Opened.Nothing::new));
    }

    private Opened shown(Where where) {
        if (tooOften(where)) return new Opened.TooOften();
        return asks.open(where).map(open -> question(where, open)).orElseGet(Opened.Nothing::new);
    }

    private boolean tooOften(Where where) {
        return asks.opened(where, clock.instant().truncatedTo(ChronoUnit.HOURS)) > MOST_AN_HOUR;
    }

    private Opened question(Where where, Open open) {
        if (open.answered()) return new Opened.Answered();
        if (clock.instant().isAfter(open.expiresAt())) return new Opened.Nothing();
        return access.member(where.workspace(), open.member())
                .<Opened>map(by ->
                        new Opened.Question(
                                open.occasion(), open.measure(), by.name(), by.workspaceName()))
                .orElseGet(Opened.Nothing::new);
    }

    private Opened recorded(Where where, int rating, String words) {
        if (tooOften(where)) return new Opened.TooOften();
        Optional<Open> open = asks.locked(where);
        Optional<Member> by = open.flatMap(one -> access.member(where.workspace(), one.member()));
        if (open.isEmpty() || by.isEmpty()) return new Opened.Nothing();
        Opened shown = question(where, open.get());
        if (shown instanceof Opened.Question) record(by.get().viewer(), open.get(), rating, words);
        return shown instanceof Opened.Question ? new Opened.Answered() : shown;
    }

    private void record(Viewer viewer, Open open, int rating, String typed) {
        Instant now = clock.instant();
        String words = typed.replace('\0', ' ').strip();
        if (words.length() > LONGEST) words = words.substring(0, LONGEST);
        String said = open.measure().said(rating, open.occasion());
        TouchId touch =
                conversations.log(
                        viewer,
                        new TypedTouch(
                                Channel.LETTER,
                                List.of(open.person()),
                                now,
                                Side.THEM,
                                Optional.empty(),
                                "Answer when asked: " + said,
                                words,
                                Optional.empty()));
        asks.answered(
                viewer,
                open.id(),
                new Answer(
                        Uuid7.next(),
                        open.person(),
                        "",
                        open.occasion(),
                        open.measure(),
                        rating,
                        words,
                        Optional.of(touch),
                        now));
    }
}
