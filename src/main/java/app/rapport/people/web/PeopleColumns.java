package app.rapport.people.web;

import app.rapport.kernel.PersonColumn;
import app.rapport.kernel.PersonColumn.Cell;
import app.rapport.kernel.PersonColumn.Heading;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.PersonRow;
import app.rapport.people.model.PeopleQuery;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The columns of the list: its own, and those that other rooms plug in. */
@Component
class PeopleColumns {
    private static final List<Heading> OWN =
            List.of(
                    new Heading("company", "Company", 10, true),
                    new Heading("owner", "Owner", 60, true),
                    new Heading("tags", "Tags", 70, true),
                    new Heading("address", "Address", 80, false),
                    new Heading("phone", "Phone", 90, false),
                    new Heading("added", "Added", 100, false));

    private final List<PersonColumn> plugged;

    PeopleColumns(List<PersonColumn> plugged) {
        this.plugged = plugged;
    }

    List<Heading> all() {
        return Stream.concat(OWN.stream(), plugged.stream().map(PersonColumn::heading))
                .sorted(Comparator.comparingInt(Heading::order))
                .toList();
    }

    /** Those of the address or the view, else those that the member last chose. */
    List<Heading> chosen(PeopleQuery query, List<String> remembered) {
        return shown(query.columns().isEmpty() ? remembered : query.columns());
    }

    /** As they stand in an address. */
    String words(List<Heading> headings) {
        return headings.stream().map(Heading::key).collect(Collectors.joining(","));
    }

    /** Of these, those that there are. */
    List<String> known(List<String> asked) {
        return all().stream().map(Heading::key).filter(asked::contains).toList();
    }

    /** Those chosen, in their usual order; the usual ones when none was chosen. */
    List<Heading> shown(List<String> chosen) {
        List<Heading> asked =
                all().stream().filter(heading -> chosen.contains(heading.key())).toList();
        return asked.isEmpty() ? all().stream().filter(Heading::atFirst).toList() : asked;
    }

    /** What the other rooms say of these people, by column; only the columns that are shown. */
    Map<String, Map<PersonId, Cell>> cells(
            Viewer viewer, List<Heading> shown, List<PersonRow> people, Instant at) {
        List<PersonId> ids = people.stream().map(PersonRow::id).toList();
        Map<String, Map<PersonId, Cell>> cells = new HashMap<>();
        if (ids.isEmpty()) return cells;
        for (PersonColumn column : plugged) {
            if (shown.contains(column.heading()))
                cells.put(column.heading().key(), column.cells(viewer, ids, at));
        }
        return cells;
    }
}
