package app.rapport.experience.web;

import app.rapport.experience.Experiences;
import app.rapport.experience.model.Ledger;
import app.rapport.kernel.PersonColumn;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How each of a page of people experiences us; for who chooses it, since it reads their story. */
@Component
class ExperienceColumn implements PersonColumn {
    private final Experiences experiences;

    ExperienceColumn(Experiences experiences) {
        this.experiences = experiences;
    }

    @Override
    public Heading heading() {
        return new Heading("experience", "Experience", 40, false);
    }

    @Override
    public Map<PersonId, Cell> cells(Viewer viewer, Collection<PersonId> people, Instant at) {
        Map<PersonId, Ledger> ledgers = experiences.ofEach(viewer, people, at);
        Ledger nothing = Ledger.of(List.of(), Map.of(), at);
        Map<PersonId, Cell> cells = new HashMap<>();
        for (PersonId person : people) {
            ExperienceView view =
                    new ExperienceView(
                            "/people/" + person, "", ledgers.getOrDefault(person, nothing));
            cells.put(person, new Cell("experience/ExperienceCell.jte", view, view.inWords()));
        }
        return cells;
    }
}
