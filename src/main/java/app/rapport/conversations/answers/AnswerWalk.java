package app.rapport.conversations.answers;

import app.rapport.customerbase.LearningLogistic;
import app.rapport.kernel.TouchId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Walks a member's mail in the order of time as if it were live. For each mail to the member it
 * says how strongly it waits for an answer, from what had come before; whether it was answered is
 * learned only when its seven days are over, or never used.
 */
public final class AnswerWalk {
    /** Within this time an answer counts as one. */
    public static final Duration ANSWER_TIME = Duration.ofDays(7);

    /** Log-odds of an answer when every feature is at its usual value: 5.7 %. */
    private static final double INTERCEPT = -2.8;

    private static final double INTERCEPT_DEVIATION = .3;

    /** Habits of answering move: people get busy, change jobs, lose their sent mail. */
    private static final double DRIFT_PER_DAY = .001;

    private static final Duration TALK_LIVES = Duration.ofDays(30);
    private static final double NEVER_DAYS = 400;
    private static final double[] NOTHING = {};

    /** An office or a program rather than a person. */
    private static final Pattern OFFICE =
            Pattern.compile(
                    "no.?reply|announce|news|admin|system|center|helpdesk|support|info@|service");

    private final LearningLogistic model;
    private final Map<String, Pair> pairs = new HashMap<>();
    private final Map<String, Instant> written = new HashMap<>();
    private final Deque<Waiting> unlearned = new ArrayDeque<>();
    private final Map<String, List<Waiting>> open = new HashMap<>();
    private final Map<String, List<Waiting>> unlearnedOf = new HashMap<>();
    private @Nullable Instant here;
    private @Nullable Instant lastOwn;

    public AnswerWalk() {
        AnswerFeature[] features = AnswerFeature.values();
        double[] mean = new double[features.length + 1];
        double[] deviation = new double[features.length + 1];
        Arrays.fill(deviation, AnswerFeature.DEVIATION);
        for (AnswerFeature feature : features) mean[place(feature)] = feature.mean();
        mean[features.length] = INTERCEPT;
        deviation[features.length] = INTERCEPT_DEVIATION;
        this.model = new LearningLogistic(mean, deviation, DRIFT_PER_DAY);
    }

    /**
     * How a mail stood when it came.
     *
     * @param strength 0 to 1; 0 where Today would never show it
     * @param reason what spoke for it, half a sentence
     * @param share of the sender's earlier mails that got an answer, (answered + 0.2) / (seen + 2)
     */
    public record Judged(MailFact mail, double strength, String reason, double share) {}

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
        Optional<Judged> judged =
                mail.to().contains(ME) ? Optional.of(arrived(mail)) : Optional.empty();
        pairs.computeIfAbsent(mail.from(), _ -> new Pair()).came++;
        return new Step(judged, settled);
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
        Tally tally = pair.tally;
        String reason =
                new Why(mail, model.contributions(features))
                        .words(tally.seen, tally.answered, pair.silentDays(mail.at()) < 14);
        return new Judged(mail, strength, reason, tally.plainShare());
    }

    private List<Settled> wrote(MailFact mail) {
        List<Settled> settled = new ArrayList<>();
        for (String person : addressees(mail)) {
            if (person.equals(ME)) continue;
            Pair pair = pairs.computeIfAbsent(person, _ -> new Pair());
            if (mail.to().contains(person)) pair.wrote(mail.at(), mail.to().size());
            for (Waiting waiting : unlearnedOf.getOrDefault(person, List.of())) {
                if (waiting.answers(mail)) waiting.answered = true;
            }
            settle(person, mail, settled);
        }
        if (!mail.subjectKey().isEmpty()) written.put(mail.subjectKey(), mail.at());
        written.put(mail.thread().toString(), mail.at());
        lastOwn = mail.at();
        return settled;
    }

    private static List<String> addressees(MailFact mail) {
        List<String> all = new ArrayList<>(mail.to());
        all.addAll(mail.cc());
        return all;
    }

    /** A colleague answered the sender, or the sender closed the matter. */
    private List<Settled> settledByOthers(MailFact mail) {
        List<Settled> settled = new ArrayList<>();
        if (mail.ours()) {
            for (String person : addressees(mail)) settle(person, mail, settled);
        }
        if (mail.words().closing()) settle(mail.from(), mail, settled);
        return settled;
    }

    private void settle(String person, MailFact mail, List<Settled> settled) {
        List<Waiting> waiting = open.get(person);
        if (waiting == null) return;
        for (Waiting w : waiting) {
            if (w.isSettledBy(mail)) settled.add(new Settled(w.id, mail.at(), mail.id()));
        }
        waiting.removeIf(w -> w.isSettledBy(mail));
    }

    private void learnUpTo(Instant now) {
        while (!unlearned.isEmpty() && !unlearned.peek().at.plus(ANSWER_TIME).isAfter(now)) {
            Waiting over = unlearned.remove();
            forget(over);
            pairs.computeIfAbsent(over.from, _ -> new Pair()).tally.add(over.answered);
            model.learn(over.features, over.answered);
            over.features = NOTHING;
        }
        if (here != null) model.pass(days(here, now));
        here = now;
    }

    private void forget(Waiting over) {
        List<Waiting> others = unlearnedOf.getOrDefault(over.from, List.of());
        if (others.size() <= 1) unlearnedOf.remove(over.from);
        else others.remove(over);
    }

    private double[] features(MailFact mail, Pair pair) {
        double[] f = new double[AnswerFeature.values().length];
        MailFact.Words words = mail.words();
        set(f, AnswerFeature.RECIPIENTS, Math.log(mail.to().size()));
        set(f, AnswerFeature.WANTS_ANSWER, words.wantsAnswer());
        set(f, AnswerFeature.QUESTION, words.question());
        set(f, AnswerFeature.WISHES, words.wishes());
        set(f, AnswerFeature.NAMED, words.named());
        set(f, AnswerFeature.YOU, words.you());
        set(f, AnswerFeature.TIMES, words.times());
        set(f, AnswerFeature.POLITE_OFFER, words.politeOffer());
        set(f, AnswerFeature.LINK, words.link());
        set(f, AnswerFeature.ATTACHED, words.attached());
        set(f, AnswerFeature.FOR_INFORMATION, words.forInformation());
        set(f, AnswerFeature.EMPTY, words.empty());
        set(f, AnswerFeature.OFFICE, OFFICE.matcher(mail.from()).find());
        set(f, AnswerFeature.IN_YOUR_TALK, inYourTalk(mail));
        double share = pair.tally.plainShare();
        set(f, AnswerFeature.SENDER_SHARE, Math.log(share / (1 - share)));
        set(f, AnswerFeature.BALANCE, Math.log((pair.wrote + .3) / (pair.came + 1)));
        set(f, AnswerFeature.SILENCE, Math.log1p(pair.silentDays(mail.at())));
        set(f, AnswerFeature.AT_WORK, lastOwn != null && days(lastOwn, mail.at()) < 1);
        return f;
    }

    private boolean inYourTalk(MailFact mail) {
        return lives(written.get(mail.thread().toString()), mail.at())
                || (!mail.subjectKey().isEmpty()
                        && lives(written.get(mail.subjectKey()), mail.at()));
    }

    private static boolean lives(@Nullable Instant last, Instant now) {
        return last != null && last.plus(TALK_LIVES).isAfter(now);
    }

    private static double days(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toSeconds() / 86_400.0);
    }

    /** In every vector of features. */
    @SuppressWarnings("EnumOrdinal")
    private static int place(AnswerFeature feature) {
        return feature.ordinal();
    }

    private static void set(double[] features, AnswerFeature feature, double value) {
        features[place(feature)] = feature.standard(value);
    }

    private static void set(double[] features, AnswerFeature feature, boolean value) {
        set(features, feature, value ? 1 : 0);
    }

    /**
     * A mail whose fate is not known yet. Many are never answered and wait to the end of the walk,
     * so no more of them is kept than that takes.
     */
    private static final class Waiting {
        private final TouchId id;
        private final UUID thread;
        private final Instant at;
        private final String from;
        private final String subjectKey;
        private double[] features;
        private boolean answered;

        Waiting(MailFact mail, double[] features) {
            this.id = mail.id();
            this.thread = mail.thread();
            this.at = mail.at();
            this.from = mail.from();
            this.subjectKey = mail.subjectKey();
            this.features = features;
        }

        /** As the replay counts it: also under the same empty subject. */
        boolean answers(MailFact other) {
            return at.isBefore(other.at())
                    && !other.at().isAfter(at.plus(ANSWER_TIME))
                    && (about(other) || subjectKey.equals(other.subjectKey()));
        }

        boolean isSettledBy(MailFact other) {
            return about(other) && at.isBefore(other.at());
        }

        private boolean about(MailFact other) {
            return thread.equals(other.thread())
                    || (!subjectKey.isEmpty() && subjectKey.equals(other.subjectKey()));
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

        double plainShare() {
            return (answered + 0.2) / (seen + 2.0);
        }
    }

    /** What the member sent to somebody, and what became of that person's mails. */
    private static final class Pair {
        private final Tally tally = new Tally();

        /** Mails from there, to whomever. */
        private int came;

        /** Mails to there, each split over everybody in To. */
        private double wrote;

        private @Nullable Instant last;

        void wrote(Instant at, int recipients) {
            last = at;
            wrote += 1.0 / recipients;
        }

        double silentDays(Instant now) {
            return last == null ? NEVER_DAYS : days(last, now);
        }
    }
}
