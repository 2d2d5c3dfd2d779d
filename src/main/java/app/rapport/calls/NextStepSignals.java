package app.rapport.calls;

import app.rapport.calls.store.LogRows;
import app.rapport.calls.store.LogRows.Loose;
import app.rapport.conversations.Conversations;
import app.rapport.kernel.Evidence;
import app.rapport.kernel.Level;
import app.rapport.kernel.Signal;
import app.rapport.kernel.SignalSource;
import app.rapport.kernel.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Talks that were logged and lead nowhere: neither a next step, nor why there is none. */
@Component
class NextStepSignals implements SignalSource {
    private static final Duration REMEMBERED = Duration.ofDays(60);

    private final LogRows logs;
    private final Conversations conversations;

    NextStepSignals(LogRows logs, Conversations conversations) {
        this.logs = logs;
        this.conversations = conversations;
    }

    @Override
    public List<Signal> signals(Viewer viewer, Instant at) {
        List<Loose> loose = logs.loose(viewer, at.minus(REMEMBERED), at);
        // a talk that lay in the bin by then asks for nothing
        return loose.stream()
                .filter(one -> conversations.touch(viewer, one.touch(), at).isPresent())
                .map(NextStepSignals::signal)
                .toList();
    }

    private static Signal signal(Loose talk) {
        return new Signal(
                new Signal.Key("nextstep", talk.plan().toString()),
                Optional.of(talk.person()),
                Optional.empty(),
                Level.GOING_QUIET,
                "Your last talk with " + talk.name() + " has no next step.",
                List.of(Evidence.whole(talk.touch())),
                talk.loggedAt(),
                "Say what happens next and by when, or why nothing does.",
                "It waits for whoever remembers it first.",
                .5);
    }
}
