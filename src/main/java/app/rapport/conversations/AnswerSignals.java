package app.rapport.conversations;

import app.rapport.access.House;
import app.rapport.access.WorkingDays;
import app.rapport.conversations.answers.Fading;
import app.rapport.conversations.model.Spans;
import app.rapport.conversations.store.AnswersOwed;
import app.rapport.conversations.store.AnswersOwed.Owed;
import app.rapport.kernel.Evidence;
import app.rapport.kernel.Level;
import app.rapport.kernel.Signal;
import app.rapport.kernel.SignalSource;
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

    private final House house;

    AnswerSignals(AnswersOwed owed, House house) {
        this.owed = owed;
        this.house = house;
    }

    /** One mail that still waits, and what it is worth now. */
    private record Waiting(Owed mail, double weight) {}

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
        return owed.open(viewer, at.minus(FADES), at).stream()
                .map(mail -> new Waiting(mail, weight(mail, days, viewer, at)))
                .filter(waiting -> waiting.weight() >= Fading.WORTH_SHOWING)
                .sorted(Comparator.comparingDouble(Waiting::weight).reversed())
                .limit(Fading.MOST)
                .map(waiting -> answer(waiting, at))
                .toList();
    }

    /** Weekends and holidays are no waiting time. */
    private static double weight(Owed mail, WorkingDays days, Viewer viewer, Instant at) {
        long waited =
                days.between(
                        LocalDate.ofInstant(mail.at(), viewer.zone()),
                        LocalDate.ofInstant(at, viewer.zone()));
        return Fading.weight(mail.strength(), waited);
    }

    private static Signal answer(Waiting waiting, Instant at) {
        Owed mail = waiting.mail();
        return new Signal(
                new Signal.Key("answer", mail.touch().toString()),
                Optional.of(mail.person()),
                Optional.empty(),
                Level.ANSWER_OWED,
                mail.reason() + ". No answer has left here.",
                List.of(evidence(mail)),
                mail.at(),
                "Answer the mail; two lines are enough, or say when you will.",
                "The wait grows: it is "
                        + Spans.words(Duration.between(mail.at(), at))
                        + " already.",
                waiting.weight());
    }

    private static Evidence evidence(Owed mail) {
        return mail.wantsAnswer() < 0.4
                ? Evidence.whole(mail.touch())
                : new Evidence(mail.touch(), mail.passageStart(), mail.passageEnd());
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
