package app.rapport.conversations;

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
    private static final double HALF_LIFE_DAYS = 7;
    private static final double WORTH_SHOWING = 0.45;
    private static final int MOST = 15;

    private final AnswersOwed owed;

    AnswerSignals(AnswersOwed owed) {
        this.owed = owed;
    }

    @Override
    public List<Signal> signals(Viewer viewer, Instant at) {
        List<Signal> signals = new ArrayList<>();
        owed.open(viewer, at.minus(FADES), at).stream()
                .filter(mail -> weight(mail, at) >= WORTH_SHOWING)
                .sorted(Comparator.comparingDouble((Owed mail) -> weight(mail, at)).reversed())
                .limit(MOST)
                .map(mail -> answer(mail, at))
                .forEach(signals::add);
        owed.failures(viewer, at.minus(FAILURES_MATTER), at).stream()
                .map(AnswerSignals::chore)
                .forEach(signals::add);
        return signals;
    }

    /** How much it is worth now: as strong as when it came, less what time has taken. */
    private static double weight(Owed mail, Instant at) {
        double days = Duration.between(mail.at(), at).toMinutes() / 1440.0;
        double wanted = 0.5 * mail.strength() + 0.5 * mail.wantsAnswer();
        return wanted * Math.pow(0.5, Math.max(0, days - 2) / HALF_LIFE_DAYS);
    }

    private static Signal answer(Owed mail, Instant at) {
        return new Signal(
                new Signal.Key("answer", mail.touch().toString()),
                Optional.of(mail.person()),
                Optional.empty(),
                Level.ANSWER_OWED,
                why(mail),
                List.of(evidence(mail)),
                mail.at(),
                "Answer the mail; two lines are enough, or say when you will.",
                "The wait grows: it is "
                        + Spans.words(Duration.between(mail.at(), at))
                        + " already.",
                weight(mail, at));
    }

    private static Evidence evidence(Owed mail) {
        return mail.wantsAnswer() < 0.4
                ? Evidence.whole(mail.touch())
                : new Evidence(mail.touch(), mail.passageStart(), mail.passageEnd());
    }

    private static String why(Owed mail) {
        String asks =
                mail.wantsAnswer() >= 0.6
                        ? "The mail asks you a question"
                        : mail.wantsAnswer() >= 0.4
                                ? "The mail asks you for something"
                                : "The mail is one that you usually answer";
        String also =
                mail.reason().isEmpty() || mail.reason().startsWith("asks")
                        ? ""
                        : ", and it " + phrase(mail.reason());
        return asks + also + ". Nobody here has answered it.";
    }

    private static String phrase(String reason) {
        return switch (reason) {
            case "you usually answer" -> "comes from somebody whom you usually answer";
            case "you wrote to each other lately" -> "goes on with a talk of these days";
            default -> reason;
        };
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
