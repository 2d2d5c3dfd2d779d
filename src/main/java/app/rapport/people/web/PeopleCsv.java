package app.rapport.people.web;

import static app.rapport.ui.SpreadsheetCells.guarded;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonColumn.Cell;
import app.rapport.kernel.PersonColumn.Heading;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.people.PeopleList;
import app.rapport.people.PersonRow;
import app.rapport.people.model.PeopleQuery;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The list as a file: every row that fits, in the order and with the columns that are shown. Read
 * and written page by page, so that memory stays flat and no transaction is held open for a slow
 * line.
 */
@Component
class PeopleCsv {
    private static final int PAGE = 1_000;

    private final PeopleList list;
    private final PeopleColumns columns;
    private final Clock clock;

    PeopleCsv(PeopleList list, PeopleColumns columns, Clock clock) {
        this.list = list;
        this.columns = columns;
        this.clock = clock;
    }

    void write(
            Viewer viewer,
            PeopleQuery query,
            List<Heading> shown,
            Map<MemberId, String> owners,
            CsvWriter csv) {
        List<String> head = new ArrayList<>(List.of("Person", "Title"));
        shown.forEach(heading -> head.add(heading.title()));
        csv.writeRecord(head);
        Instant now = clock.instant();
        String after = "";
        do {
            Slice<PersonRow> page = list.page(viewer, query, after, PAGE);
            Map<String, Map<PersonId, Cell>> cells =
                    columns.cells(viewer, shown, page.items(), now);
            for (PersonRow person : page.items())
                csv.writeRecord(line(person, shown, cells, owners));
            after = page.next().orElse("");
        } while (!after.isEmpty());
    }

    private static List<String> line(
            PersonRow person,
            List<Heading> shown,
            Map<String, Map<PersonId, Cell>> cells,
            Map<MemberId, String> owners) {
        List<String> line =
                new ArrayList<>(List.of(guarded(person.name()), guarded(person.title())));
        for (Heading heading : shown) {
            Cell cell = cells.getOrDefault(heading.key(), Map.of()).get(person.id());
            line.add(guarded(cell == null ? own(person, heading.key(), owners) : cell.text()));
        }
        return line;
    }

    private static String own(PersonRow person, String key, Map<MemberId, String> owners) {
        return switch (key) {
            case "company" -> person.company();
            case "owner" -> person.owner().map(id -> owners.getOrDefault(id, "")).orElse("");
            case "tags" -> String.join(", ", person.tags());
            case "address" -> person.address();
            case "phone" -> person.phone();
            case "added" -> person.added().toString();
            default -> "";
        };
    }
}
