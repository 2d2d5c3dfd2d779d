package app.rapport.conversations;

import app.rapport.conversations.model.Spans;
import app.rapport.conversations.model.Waits;
import app.rapport.conversations.model.Waits.Wait;
import app.rapport.conversations.store.WaitRows;
import app.rapport.kernel.ExperienceEntry;
import app.rapport.kernel.ExperienceEntry.Key;
import app.rapport.kernel.ExperienceEntry.Kind;
import app.rapport.kernel.ExperienceSource;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Their waiting as they meet it: answered in time, or left to wait long against what is usual. */
@Component
class WaitExperience implements ExperienceSource {
    private static final double QUICK = .3;
    private static final double LONG = -3;

    private final WaitRows rows;
    private final Conversations conversations;

    WaitExperience(WaitRows rows, Conversations conversations) {
        this.rows = rows;
        this.conversations = conversations;
    }

    @Override
    public Map<PersonId, List<ExperienceEntry>> entries(
            Viewer viewer, Collection<PersonId> people, Instant since, Instant at) {
        Map<PersonId, List<ExperienceEntry>> entries = new HashMap<>();
        rows.beats(viewer, conversations.sides(viewer), people, since.minus(Waits.HABIT), at)
                .forEach((person, beats) ->
                        entries.put(
                                person,
                                Waits.of(beats).stream()
                                        .filter(wait -> wait.asked().at().isAfter(since))
                                        .flatMap(wait -> entries(wait, at))
                                        .toList()));
        return entries;
    }

    private static Stream<ExperienceEntry> entries(Wait wait, Instant at) {
        Instant until = wait.answered().map(Waits.Beat::at).orElse(at);
        String lasted = Spans.words(wait.lasted(until));
        TouchId asked = wait.asked().touch();
        Optional<ExperienceEntry> slow =
                wait.longFrom(at)
                        .map(from -> entry(asked, from, LONG, longWait(wait, lasted), asked));
        Optional<ExperienceEntry> quick =
                wait.answered()
                        .filter(_ -> wait.isQuick())
                        .map(answer ->
                                entry(
                                        asked,
                                        until,
                                        QUICK,
                                        "Had an answer within " + lasted,
                                        answer.touch()));
        return Stream.of(slow, quick).flatMap(Optional::stream);
    }

    private static String longWait(Wait wait, String lasted) {
        String waits =
                wait.answered().isPresent() ? "Waited " + lasted : "Waits " + lasted + " so far";
        return waits + " for an answer; usual is " + Spans.words(wait.usual());
    }

    private static ExperienceEntry entry(
            TouchId asked, Instant at, double points, String why, TouchId shown) {
        return new ExperienceEntry(
                new Key("wait", asked.toString()), Kind.SIGN, at, points, why, "/touches/" + shown);
    }
}
