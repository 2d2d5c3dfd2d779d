package app.rapport.experience;

import app.rapport.experience.model.Answer;
import app.rapport.experience.store.AnswerRows;
import app.rapport.kernel.ExperienceEntry;
import app.rapport.kernel.ExperienceEntry.Key;
import app.rapport.kernel.ExperienceEntry.Kind;
import app.rapport.kernel.ExperienceSource;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What customers say themselves: the strongest entries. */
@Component
class AnswerExperience implements ExperienceSource {
    private final AnswerRows rows;

    AnswerExperience(AnswerRows rows) {
        this.rows = rows;
    }

    @Override
    public Map<PersonId, List<ExperienceEntry>> entries(
            Viewer viewer, Collection<PersonId> people, Instant since, Instant at) {
        return rows.ofPeople(viewer, people, at).stream()
                .collect(
                        Collectors.groupingBy(
                                Answer::person,
                                Collectors.mapping(AnswerExperience::entry, Collectors.toList())));
    }

    private static ExperienceEntry entry(Answer answer) {
        return new ExperienceEntry(
                new Key("answer", answer.id().toString()),
                Kind.ANSWER,
                answer.at(),
                answer.measure().points(answer.rating()),
                "They answered " + answer.said(),
                answer.touch()
                        .map(touch -> "/touches/" + touch)
                        .orElse("/people/" + answer.person() + "/experience"));
    }
}
