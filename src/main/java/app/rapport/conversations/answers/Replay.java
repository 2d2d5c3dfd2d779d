package app.rapport.conversations.answers;

import app.rapport.conversations.answers.Ranking.Scored;
import app.rapport.kernel.TouchId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * Walks an archive as if it were live and says whether the judgement would have been right; nothing
 * looks ahead but the truth itself: the member wrote to the sender in the same thread or under the
 * same subject within seven days.
 */
public final class Replay {
    private final List<MailFact> facts;
    private final Map<String, TreeSet<Instant>> written = new HashMap<>();

    /**
     * @param facts in the order of time
     */
    public Replay(List<MailFact> facts) {
        this.facts = facts;
        for (MailFact mail : facts) {
            if (mail.own()) note(mail);
        }
    }

    private void note(MailFact mail) {
        List<String> people = new ArrayList<>(mail.to());
        people.addAll(mail.cc());
        for (String person : people) {
            written.computeIfAbsent("t" + mail.thread() + person, _ -> new TreeSet<>())
                    .add(mail.at());
            written.computeIfAbsent("s" + mail.subjectKey() + "\n" + person, _ -> new TreeSet<>())
                    .add(mail.at());
        }
    }

    /** A mail to the member as it was judged when it came, and what became of it. */
    public record Prediction(
            TouchId mail,
            Instant at,
            double strength,
            double share,
            int recipients,
            boolean answered) {}

    /**
     * One judgement a mail in the order of time; all of them, also outside the time that can be
     * scored.
     */
    public List<Prediction> predictions() {
        AnswerWalk walk = new AnswerWalk();
        List<Prediction> predictions = new ArrayList<>();
        for (MailFact fact : facts) {
            walk.next(fact)
                    .judged()
                    .ifPresent(judged ->
                            predictions.add(
                                    new Prediction(
                                            fact.id(),
                                            fact.at(),
                                            judged.strength(),
                                            judged.share(),
                                            fact.recipients(),
                                            answered(fact))));
        }
        return predictions;
    }

    private boolean answered(MailFact mail) {
        return within(written.get("t" + mail.thread() + mail.from()), mail.at())
                || within(written.get("s" + mail.subjectKey() + "\n" + mail.from()), mail.at());
    }

    private static boolean within(
            @org.jspecify.annotations.Nullable NavigableSet<Instant> times, Instant at) {
        Instant next = times == null ? null : times.higher(at);
        return next != null && !next.isAfter(at.plus(AnswerWalk.ANSWER_TIME));
    }

    /** A rule's figures; areas with their 95 % interval. */
    public record Figures(double area, double low, double high, double averagePrecision) {}

    /** How the judgement and two plain rules did. */
    public record Verdict(
            int judged,
            double baseRate,
            Figures strength,
            Figures fewestRecipients,
            Figures senderShare) {}

    /**
     * @param from only mails that came at or after it
     * @param to only mails that came before it
     */
    public Verdict verdict(List<Prediction> predictions, Instant from, Instant to) {
        List<Instant> own = facts.stream().filter(MailFact::own).map(MailFact::at).toList();
        if (own.isEmpty()) return new Verdict(0, 0, none(), none(), none());
        Instant last = own.getLast().minus(AnswerWalk.ANSWER_TIME);
        List<Prediction> scored =
                predictions.stream()
                        .filter(p -> p.at().isAfter(own.getFirst()) && p.at().isBefore(last))
                        .filter(p -> !p.at().isBefore(from) && p.at().isBefore(to))
                        .toList();
        double base = scored.stream().mapToInt(p -> p.answered() ? 1 : 0).average().orElse(0);
        return new Verdict(
                scored.size(),
                base,
                figures(scored, Prediction::strength),
                figures(scored, p -> -p.recipients()),
                figures(scored, Prediction::share));
    }

    private static Figures none() {
        return new Figures(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    private static Figures figures(
            List<Prediction> predictions, ToDoubleFunction<Prediction> rule) {
        List<Scored> scored =
                predictions.stream()
                        .map(p -> new Scored(rule.applyAsDouble(p), p.answered()))
                        .toList();
        double[] interval = Ranking.interval(scored);
        return new Figures(
                Ranking.area(scored), interval[0], interval[1], Ranking.averagePrecision(scored));
    }
}
