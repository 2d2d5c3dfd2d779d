package app.rapport.agenda.web;

import app.rapport.agenda.Today;
import app.rapport.agenda.model.Item;
import app.rapport.kernel.OpenMatters;
import app.rapport.kernel.PersonColumn;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What is open with somebody, in the list of people, as Today judges it. */
@Component
public class OpenColumn implements PersonColumn, OpenMatters {
    private final Today today;

    OpenColumn(Today today) {
        this.today = today;
    }

    @Override
    public List<PersonId> waiting(Viewer viewer, Instant at) {
        return today.waiting(viewer, at).stream().flatMap(item -> item.person().stream()).toList();
    }

    @Override
    public Heading heading() {
        return new Heading("open", "Open", 50, true);
    }

    @Override
    public Map<PersonId, Cell> cells(Viewer viewer, Collection<PersonId> people, Instant at) {
        Set<PersonId> asked = new HashSet<>(people);
        Map<PersonId, Cell> cells = new HashMap<>();
        for (Item item : today.waiting(viewer, at)) {
            item.person()
                    .filter(asked::contains)
                    .ifPresent(person ->
                            cells.putIfAbsent(
                                    person,
                                    new Cell(
                                            "agenda/OpenCell.jte",
                                            new Open(item.level().number(), item.since()),
                                            item.level().words() + " since " + item.since())));
        }
        return cells;
    }

    /** A level, and since when. */
    public record Open(int level, Instant since) {}
}
