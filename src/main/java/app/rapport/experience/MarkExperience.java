package app.rapport.experience;

import app.rapport.experience.model.Mark;
import app.rapport.experience.store.MarkRows;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.ExperienceEntry;
import app.rapport.kernel.ExperienceEntry.Key;
import app.rapport.kernel.ExperienceEntry.Kind;
import app.rapport.kernel.ExperienceSource;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What people of ours say of how it was for somebody. */
@Component
class MarkExperience implements ExperienceSource {
    private final MarkRows rows;

    MarkExperience(MarkRows rows) {
        this.rows = rows;
    }

    @Override
    public Map<PersonId, List<ExperienceEntry>> entries(
            Viewer viewer, Collection<PersonId> people, Instant since, Instant at) {
        Map<PersonId, List<ExperienceEntry>> entries = new HashMap<>();
        rows.ofPeople(viewer, people, at)
                .forEach((person, marks) ->
                        entries.put(
                                person,
                                marks.stream()
                                        .map(mark -> entry(mark, "/people/" + person))
                                        .toList()));
        return entries;
    }

    List<ExperienceEntry> ofAccount(Viewer viewer, AccountId account, Instant at) {
        return rows.ofAccount(viewer, account, at).stream()
                .map(mark -> entry(mark, "/accounts/" + account))
                .toList();
    }

    private static ExperienceEntry entry(Mark mark, String whose) {
        return new ExperienceEntry(
                new Key("mark", mark.id().toString()),
                Kind.MARK,
                mark.at(),
                mark.feeling().points(),
                mark.reason(),
                whose + "/experience");
    }
}
