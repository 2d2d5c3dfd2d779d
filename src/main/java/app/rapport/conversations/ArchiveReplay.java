package app.rapport.conversations;

import app.rapport.conversations.answers.MailFact;
import app.rapport.conversations.answers.Replay;
import app.rapport.conversations.answers.RhythmReplay;
import app.rapport.conversations.answers.TodayReplay;
import app.rapport.conversations.store.MailFacts;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/** Asks whether Today's judgement would have been right, over a member's own archive. */
@Service
public class ArchiveReplay {
    private final AnswerLedger ledger;
    private final MailFacts facts;

    ArchiveReplay(AnswerLedger ledger, MailFacts facts) {
        this.ledger = ledger;
        this.facts = facts;
    }

    /** One judgement that others can check. */
    public sealed interface Told {
        record Answer(String messageId, Instant at, double strength) implements Told {}

        record RhythmOf(String address, Instant at, double p7, double p30) implements Told {}
    }

    /**
     * The figures of the judgements.
     *
     * @param today whom Today's first ten named, and whom plain lists would have
     * @param outside the same, only people outside the owner's company
     */
    public record Result(
            Replay.Verdict answers,
            RhythmReplay.Score sevenDays,
            RhythmReplay.Score thirtyDays,
            TodayReplay.Result today,
            TodayReplay.Result outside) {}

    /**
     * @param predictions is given every judgement in turn
     */
    public Result replay(Viewer viewer, Instant from, Instant to, Consumer<Told> predictions) {
        List<MailFact> mails = ledger.factsOf(viewer);
        Replay replay = new Replay(mails);
        List<Replay.Prediction> judged = replay.predictions();
        var ids = facts.messageIds(viewer);
        for (Replay.Prediction p : judged) {
            if (p.at().isBefore(from) || !p.at().isBefore(to)) continue;
            for (String id : ids.getOrDefault(p.mail(), List.of()))
                predictions.accept(new Told.Answer(id, p.at(), p.strength()));
        }
        List<RhythmReplay.Forecast> forecasts = new RhythmReplay(mails).forecasts(from, to);
        forecasts.forEach(
                f -> predictions.accept(new Told.RhythmOf(f.address(), f.at(), f.p7(), f.p30())));
        Instant end = mails.isEmpty() ? to : mails.getLast().at();
        return new Result(
                replay.verdict(judged, from, to),
                RhythmReplay.score(forecasts, 7, end),
                RhythmReplay.score(forecasts, 30, end),
                new TodayReplay(mails, viewer.zone(), _ -> true).result(from, to),
                new TodayReplay(mails, viewer.zone(), Predicate.not(ledger.sides(viewer)::isOurs))
                        .result(from, to));
    }
}
