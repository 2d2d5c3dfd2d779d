package app.rapport.calls;

import app.rapport.calls.model.TalkLog;
import app.rapport.calls.store.LogRows;
import app.rapport.calls.store.LogRows.Felt;
import app.rapport.kernel.ExperienceEntry;
import app.rapport.kernel.ExperienceEntry.Key;
import app.rapport.kernel.ExperienceEntry.Kind;
import app.rapport.kernel.ExperienceSource;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How talks felt to those we talked to, as who was there says. */
@Component
class TalkExperience implements ExperienceSource {
    private final LogRows logs;

    TalkExperience(LogRows logs) {
        this.logs = logs;
    }

    @Override
    public Map<PersonId, List<ExperienceEntry>> entries(
            Viewer viewer, Collection<PersonId> people, Instant since, Instant at) {
        Map<PersonId, List<ExperienceEntry>> entries = new HashMap<>();
        logs.felt(viewer, people, at)
                .forEach(felt ->
                        entries.computeIfAbsent(felt.person(), _ -> new ArrayList<>())
                                .add(entry(felt)));
        return entries;
    }

    private static ExperienceEntry entry(Felt felt) {
        return new ExperienceEntry(
                new Key("talk", felt.plan().toString()),
                Kind.MARK,
                felt.at(),
                points(felt.mood()),
                "They left a talk " + TalkLog.word(felt.mood()),
                "/calls/" + felt.plan());
    }

    /** As a mark of the same strength counts. */
    private static double points(TalkLog.Mood mood) {
        return switch (mood) {
            case DELIGHTED -> 18;
            case SATISFIED -> 4;
            case UNHAPPY -> -9;
            case NOT_SAID -> 0;
        };
    }
}
