package app.rapport.conversations;

import app.rapport.access.House;
import app.rapport.access.WorkingDays;
import app.rapport.conversations.answers.AskedWords;
import app.rapport.conversations.answers.Fading;
import app.rapport.conversations.answers.Lessons;
import app.rapport.conversations.answers.WaitingWords;
import app.rapport.conversations.store.AnswersOwed;
import app.rapport.conversations.store.AnswersOwed.Owed;
import app.rapport.conversations.store.SignalLessons;
import app.rapport.kernel.Evidence;
import app.rapport.kernel.Level;
import app.rapport.kernel.Signal;
import app.rapport.kernel.SignalSource;
import app.rapport.kernel.Verdict;
import app.rapport.kernel.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** "Somebody waits for my answer", and addresses that failed. */
@Component
class AnswerSignals implements SignalSource {
    /** Whoever waited longer has gone elsewhere for an answer, or never wanted one. */
    private static final Duration FADES = Duration.ofDays(21);

    private static final Duration FAILURES_MATTER = Duration.ofDays(30);
    private final AnswersOwed owed;

    private final SignalLessons lessons;
    private final House house;

    AnswerSignals(AnswersOwed owed, SignalLessons lessons, House house) {
        this.owed = owed;
        this.lessons = lessons;
        this.house = house;
    }

    /** One mail that still waits, what it asks, and what it is worth now. */
    private record Waiting(
            Owed mail, Optional<AskedWords> asked, long workingDays, double weight) {}

    @Override
    public List<Signal> signals(Viewer viewer, Instant at) {
        List<Signal> signals = new ArrayList<>(waiting(viewer, at));
        owed.failures(viewer, at.minus(FAILURES_MATTER), at).stream()
                .map(AnswerSignals::chore)
                .forEach(signals::add);
        return signals;
    }

    @Override
    public List<Signal> waiting(Viewer viewer, Instant at) {
        WorkingDays days = house.workingDays(viewer);
        Lessons taught = lessons.upTo(viewer, at);
        return owed.open(viewer, at.minus(FADES), at).stream()
                .flatMap(mail -> waiting(mail, taught, days, viewer, at).stream())
                .filter(waiting -> waiting.weight() >= Fading.WORTH_SHOWING)
                .sorted(Comparator.comparingDouble(Waiting::weight).reversed())
                .limit(Fading.MOST)
                .map(AnswerSignals::answer)
                .toList();
    }

    /**
     * Weekends and holidays are no waiting time. Empty where it would not be worth a look even if
     * it asked: to read what it asks is most of the work, and most mails that wait are such.
     */
    private static Optional<Waiting> waiting(
            Owed mail, Lessons taught, WorkingDays days, Viewer viewer, Instant at) {
        long waited =
                days.between(
                        LocalDate.ofInstant(mail.at(), viewer.zone()),
                        LocalDate.ofInstant(at, viewer.zone()));
        double strength = taught.taught(mail.sender(), mail.strength());
        if (Fading.weight(strength, true, (double) waited) < Fading.WORTH_SHOWING)
            return Optional.empty();
        Optional<AskedWords> asked =
                mail.asks()
                        ? AskedWords.in(
                                mail.words(),
                                mail.wantsAnswer(),
                                mail.passageStart(),
                                mail.passageEnd())
                        : Optional.empty();
        double weight = Fading.weight(strength, asked.isPresent(), (double) waited);
        return Optional.of(new Waiting(mail, asked, waited, weight));
    }

    @Override
    public void judged(Viewer viewer, Signal.Key key, Verdict verdict, Instant at) {
        if (key.source().equals("answer")) lessons.add(viewer, key, verdict, at);
    }

    private static Signal answer(Waiting waiting) {
        Owed mail = waiting.mail();
        return new Signal(
                new Signal.Key("answer", mail.touch().toString()),
                Optional.of(mail.person()),
                Optional.empty(),
                Level.ANSWER_OWED,
                WaitingWords.why(mail.words(), waiting.asked(), mail.reason(), mail.recipients()),
                List.of(evidence(waiting)),
                mail.at(),
                WaitingWords.firstStep(waiting.asked()),
                WaitingWords.ifIgnored(waiting.workingDays(), waiting.asked()),
                waiting.weight());
    }

    private static Evidence evidence(Waiting waiting) {
        return waiting.asked()
                .map(words -> new Evidence(waiting.mail().touch(), words.start(), words.end()))
                .orElseGet(() -> Evidence.whole(waiting.mail().touch()));
    }

    private static Signal chore(AnswersOwed.Failed failed) {
        return new Signal(
                new Signal.Key("bounce", failed.touch().toString()),
                Optional.of(failed.person()),
                Optional.empty(),
                Level.CHORE,
                "Your mail to "
                        + failed.address()
                        + " came back"
                        + failed.status().map(status -> " (" + status + ")").orElse("")
                        + ".",
                List.of(Evidence.whole(failed.touch())),
                failed.at(),
                "Ask for the new address, or mend it.",
                "Nothing breaks; mails to this address keep coming back.",
                0.5);
    }
}
