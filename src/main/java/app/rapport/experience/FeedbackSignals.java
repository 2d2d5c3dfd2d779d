package app.rapport.experience;

import app.rapport.experience.model.Answer;
import app.rapport.experience.store.AnswerRows;
import app.rapport.kernel.Evidence;
import app.rapport.kernel.LastTalk;
import app.rapport.kernel.LastTalk.Talk;
import app.rapport.kernel.Level;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Signal;
import app.rapport.kernel.SignalSource;
import app.rapport.kernel.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A customer said that it was bad, and nobody has talked to them since. */
@Component
class FeedbackSignals implements SignalSource {
    private static final Duration OPEN = Duration.ofDays(60);

    private final AnswerRows rows;
    private final List<LastTalk> talks;

    FeedbackSignals(AnswerRows rows, List<LastTalk> talks) {
        this.rows = rows;
        this.talks = talks;
    }

    @Override
    public List<Signal> signals(Viewer viewer, Instant at) {
        List<Answer> bad = rows.bad(viewer, at.minus(OPEN), at);
        if (bad.isEmpty()) return List.of();
        List<PersonId> people = bad.stream().map(Answer::person).distinct().toList();
        Map<PersonId, Talk> last = new HashMap<>();
        talks.forEach(source -> last.putAll(source.lastTalks(viewer, people, at)));
        return bad.stream()
                .filter(answer ->
                        last.getOrDefault(answer.person(), Talk.NEVER)
                                .ours()
                                .filter(ours -> ours.isAfter(answer.at()))
                                .isEmpty())
                .map(FeedbackSignals::signal)
                .toList();
    }

    private static Signal signal(Answer answer) {
        double worst = answer.measure().points(answer.measure().lowest());
        return new Signal(
                new Signal.Key("feedback", answer.id().toString()),
                Optional.of(answer.person()),
                Optional.empty(),
                Level.COMPLAINT_OPEN,
                "They answered " + answer.said() + ".",
                answer.touch().map(Evidence::whole).stream().toList(),
                answer.at(),
                "Call today: hear them out before you explain anything.",
                "Who says that it was bad and hears nothing leaves without another word.",
                Math.clamp(answer.measure().points(answer.rating()) / worst, 0, 1));
    }
}
