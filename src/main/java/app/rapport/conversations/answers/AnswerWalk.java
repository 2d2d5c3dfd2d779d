package app.rapport.conversations.answers;

import app.rapport.customerbase.LearningLogistic;
import app.rapport.kernel.TouchId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Walks a member's mail in the order of time as if it were live. For each mail to the member it
 * says how strongly it waits for an answer, from what had come before; whether it was answered is
 * learned only when its seven days are over, or never used.
 */
public final class AnswerWalk {
    /** Within this time an answer counts as one. */
    public static final Duration ANSWER_TIME = Duration.ofDays(7);

    private static final double INTERCEPT = -3;
    private static final double INTERCEPT_DEVIATION = 3;

    private final LearningLogistic model;
    private final Map<String, Pair> pairs = new HashMap<>();
    private final Map<String, Instant> written = new HashMap<>();
    private final Deque<Waiting> unlearned = new ArrayDeque<>();
    private final Map<String, List<Waiting>> open = new HashMap<>();
    private final Map<String, List<Waiting>> unlearnedOf = new HashMap<>();
    private final Tally everybody = new Tally();

    public AnswerWalk() {
        AnswerFeature[] features = AnswerFeature.values();
        double[] mean = new double[features.length + 1];
        double[] deviation = new double[features.length + 1];
        for (AnswerFeature feature : features) {
            mean[feature.ordinal()] = feature.mean;
            deviation[feature.ordinal()] = feature.deviation;
        }
        mean[features.length] = INTERCEPT;
        deviation[features.length] = INTERCEPT_DEVIATION;
        this.model = new LearningLogistic(mean, deviation);
    }

    /**
     * How a mail stood when it came.
     *
     * @param strength 0 to 1; 0 where Today would never show it
     * @param reason what spoke most for it
     * @param share of the sender's earlier mails that got an answer, (answered + 0.2) / (seen + 2)
     */
    public record Judged(
            MailFact mail, double strength, String reason, double share, double usual) {}

    /** What a mail settled: an earlier mail that needs no answer any more. */
    public record Settled(TouchId mail, Instant at, TouchId by) {}

    /** What one step showed. */
    public record Step(Optional<Judged> judged, List<Settled> settled) {}

    /**
     * @param mail not earlier than the one before
     */
    public Step next(MailFact mail) {
        learnUpTo(mail.at());
        if (mail.own()) return new Step(Optional.empty(), wrote(mail));
        List<Settled> settled = settledByOthers(mail);
        if (!mail.to().contains(ME)) return new Step(Optional.empty(), settled);
        return new Step(Optional.of(arrived(mail)), settled);
    }

    /** Stands for the member's own addresses among the recipients. */
    public static final String ME = "me";

    private Judged arrived(MailFact mail) {
        Pair pair = pairs.computeIfAbsent(mail.from(), _ -> new Pair());
        double[] features = features(mail, pair);
        double strength = mail.machine() ? 0 : model.probability(features);
        Waiting waiting = new Waiting(mail, features);
        unlearned.add(waiting);
        unlearnedOf.computeIfAbsent(mail.from(), _ -> new ArrayList<>()).add(waiting);
        open.computeIfAbsent(mail.from(), _ -> new ArrayList<>()).add(waiting);
        return new Judged(
                mail, strength, reason(features), pair.tally.plainShare(), everybody.rate());
    }

    private List<Settled> wrote(MailFact mail) {
        List<Settled> settled = new ArrayList<>();
        for (String person : addressees(mail)) {
            if (person.equals(ME)) continue;
            pairs.computeIfAbsent(person, _ -> new Pair()).wrote(mail.at());
            if (!mail.subjectKey().isEmpty())
                written.put(mail.subjectKey() + "\n" + person, mail.at());
            for (Waiting waiting : unlearnedOf.getOrDefault(person, List.of())) {
                if (waiting.about(mail) && waiting.mail.at().isBefore(mail.at()))
                    waiting.answered = true;
            }
            settle(person, mail, settled);
        }
        return settled;
    }

    private static List<String> addressees(MailFact mail) {
        List<String> all = new ArrayList<>(mail.to());
        all.addAll(mail.cc());
        return all;
    }

    /**
     * A colleague answered the sender, or the sender closed the matter, or wrote again about it.
     */
    private List<Settled> settledByOthers(MailFact mail) {
        List<Settled> settled = new ArrayList<>();
        if (mail.ours()) {
            for (String person : addressees(mail)) settle(person, mail, settled);
        }
        settle(mail.from(), mail, settled);
        return settled;
    }

    private void settle(String person, MailFact mail, List<Settled> settled) {
        List<Waiting> waiting = open.get(person);
        if (waiting == null) return;
        for (Waiting w : waiting) {
            if (w.about(mail) && w.mail.at().isBefore(mail.at()))
                settled.add(new Settled(w.mail.id(), mail.at(), mail.id()));
        }
        waiting.removeIf(w -> w.about(mail) && w.mail.at().isBefore(mail.at()));
    }

    private void learnUpTo(Instant now) {
        while (!unlearned.isEmpty() && !unlearned.peek().mail.at().plus(ANSWER_TIME).isAfter(now)) {
            Waiting over = unlearned.remove();
            unlearnedOf.getOrDefault(over.mail.from(), new ArrayList<>()).remove(over);
            pairs.computeIfAbsent(over.mail.from(), _ -> new Pair()).tally.add(over.answered);
            everybody.add(over.answered);
            model.learn(over.features, over.answered);
        }
    }

    private double[] features(MailFact mail, Pair pair) {
        double[] f = new double[AnswerFeature.values().length];
        double usual = everybody.rate();
        MailFact.Words words = mail.words();
        set(f, AnswerFeature.RECIPIENTS, Math.log1p(mail.recipients()));
        set(f, AnswerFeature.SENDER_SHARE, pair.tally.logOdds(usual, 2));
        set(f, AnswerFeature.REQUEST, words.request());
        set(f, AnswerFeature.WANTS_ANSWER, words.wantsAnswer());
        set(f, AnswerFeature.QUESTION, words.questions() > 0);
        set(f, AnswerFeature.QUESTIONS, Math.log1p(Math.min(8, words.questions())));
        set(f, AnswerFeature.NAMED, words.named());
        set(f, AnswerFeature.NAMED_ANYWHERE, words.namedAnywhere());
        set(f, AnswerFeature.ONLY_TO_YOU, mail.to().size() == 1);
        set(f, AnswerFeature.FIRST_IN_TO, mail.to().getFirst().equals(ME));
        set(f, AnswerFeature.WROTE_LATELY, pair.recency(mail.at(), 14));
        set(f, AnswerFeature.WROTE_JUST_NOW, pair.recency(mail.at(), 2));
        set(f, AnswerFeature.MAILS_LAST_MONTH, Math.log1p(pair.lastMonth(mail.at())));
        set(f, AnswerFeature.EVER_WROTE, pair.last != null);
        set(f, AnswerFeature.IN_YOUR_THREAD, inYourThread(mail));
        set(f, AnswerFeature.FOR_INFORMATION, words.forInformation());
        set(f, AnswerFeature.CLOSING, words.closing());
        set(f, AnswerFeature.FORWARD, mail.subject().regionMatches(true, 0, "fw", 0, 2));
        set(f, AnswerFeature.ATTACHMENT, words.attachment());
        set(f, AnswerFeature.VERY_LONG, words.length() > 2_500);
        set(f, AnswerFeature.MACHINE, mail.machine());
        return f;
    }

    private boolean inYourThread(MailFact mail) {
        if (mail.subjectKey().isEmpty()) return false;
        Instant at = written.get(mail.subjectKey() + "\n" + mail.from());
        return at != null && Duration.between(at, mail.at()).toDays() < 30;
    }

    private static void set(double[] features, AnswerFeature feature, double value) {
        features[feature.ordinal()] = value;
    }

    private static void set(double[] features, AnswerFeature feature, boolean value) {
        features[feature.ordinal()] = value ? 1 : 0;
    }

    private String reason(double[] features) {
        double[] parts = model.contributions(features);
        AnswerFeature most = AnswerFeature.EVER_WROTE;
        double best = 0;
        for (AnswerFeature feature : AnswerFeature.values()) {
            if (!feature.words.isEmpty() && parts[feature.ordinal()] > best) {
                best = parts[feature.ordinal()];
                most = feature;
            }
        }
        return most.words;
    }

    /** A mail whose fate is not known yet. */
    private static final class Waiting {
        private final MailFact mail;
        private final double[] features;
        private boolean answered;

        Waiting(MailFact mail, double[] features) {
            this.mail = mail;
            this.features = features;
        }

        boolean about(MailFact other) {
            return mail.thread().equals(other.thread())
                    || !mail.subjectKey().isEmpty() && mail.subjectKey().equals(other.subjectKey());
        }
    }

    /** How often mails got an answer. */
    private static final class Tally {
        private int seen;
        private int answered;

        void add(boolean answer) {
            seen++;
            if (answer) answered++;
        }

        double rate() {
            return (answered + 1.0) / (seen + 10.0);
        }

        double plainShare() {
            return (answered + 0.2) / (seen + 2.0);
        }

        double logOdds(double usual, double worth) {
            double yes = answered + worth * usual;
            return Math.log(yes / (seen + worth - yes));
        }
    }

    /** What the member sent to somebody, and what became of that person's mails. */
    private static final class Pair {
        private final Tally tally = new Tally();
        private final Deque<Instant> recent = new ArrayDeque<>();
        private @org.jspecify.annotations.Nullable Instant last;

        void wrote(Instant at) {
            last = at;
            recent.add(at);
            if (recent.size() > 200) recent.remove();
        }

        double recency(Instant now, double days) {
            return last == null
                    ? 0
                    : Math.exp(-Duration.between(last, now).toSeconds() / 86_400.0 / days);
        }

        int lastMonth(Instant now) {
            while (!recent.isEmpty() && Duration.between(recent.peek(), now).toDays() >= 30)
                recent.remove();
            return recent.size();
        }
    }
}
