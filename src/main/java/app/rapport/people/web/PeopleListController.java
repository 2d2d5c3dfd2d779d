package app.rapport.people.web;

import app.rapport.access.House;
import app.rapport.database.Abreast;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonColumn.Cell;
import app.rapport.kernel.PersonColumn.Heading;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.RecordKind;
import app.rapport.kernel.Right;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.people.Duplicates;
import app.rapport.people.People;
import app.rapport.people.PeopleList;
import app.rapport.people.PersonRow;
import app.rapport.people.SavedViews;
import app.rapport.people.model.PeopleQuery;
import app.rapport.ui.Choice;
import app.rapport.ui.Page;
import app.rapport.ui.Parts;
import app.rapport.ui.Seat;
import app.rapport.ui.SpreadsheetFile;
import app.rapport.ui.Times;
import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.server.ResponseStatusException;

/** The list of people: the page, its next rows, and all of it as a file. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class PeopleListController {
    private static final int PAGE = 50;

    private static final int TWINS = 1_000;

    private final PeopleList list;
    private final Duplicates duplicates;
    private final PeopleColumns columns;
    private final PeopleCsv csv;
    private final SavedViews views;
    private final People people;
    private final House house;
    private final Parts parts;
    private final Clock clock;

    PeopleListController(
            PeopleList list,
            Duplicates duplicates,
            PeopleColumns columns,
            PeopleCsv csv,
            SavedViews views,
            People people,
            House house,
            Parts parts,
            Clock clock) {
        this.list = list;
        this.duplicates = duplicates;
        this.columns = columns;
        this.csv = csv;
        this.views = views;
        this.people = people;
        this.house = house;
        this.parts = parts;
        this.clock = clock;
    }

    @GetMapping("/people")
    Page list(
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            HttpServletRequest request) {
        Seat seat = Seat.of(request).orElseThrow();
        Viewer viewer = seat.viewer();
        Map<String, String> given = given(request);
        PeopleQuery query = PeopleQuery.of(given);
        Map<MemberId, String> members = house.members(viewer);
        List<Heading> shown = columns.chosen(query, views.columns(viewer));
        if (htmx != null && given.containsKey("after"))
            return rows(seat, query, shown, given.get("after"), members);
        Supplier<PeoplePage.Counts> counts = Abreast.begin(() -> counts(viewer, query));
        PersonRows rows = rows(seat, query, shown, given.getOrDefault("after", ""), members);
        return new PeoplePage(
                query,
                rows,
                counts.get(),
                ViewTabs.of(views.all(viewer), query, rows),
                EditPersonController.members(members),
                Chips.of(query, members, company(rows)),
                owners(members),
                list.sources(viewer).stream()
                        .map(source -> new Choice(source, Chips.source(source)))
                        .toList(),
                columns.all());
    }

    private PeoplePage.Counts counts(Viewer viewer, PeopleQuery query) {
        long all = list.count(viewer, PeopleQuery.all());
        return new PeoplePage.Counts(
                query.filters() ? list.count(viewer, query) : all,
                all,
                people.companies(viewer, PeopleList.COUNTED),
                duplicates.count(viewer, RecordKind.CONTACT, TWINS));
    }

    /** A parameter that stands there several times, as ticked boxes do, is one list. */
    private static Map<String, String> given(HttpServletRequest request) {
        Map<String, String> given = new HashMap<>();
        request.getParameterMap()
                .forEach((name, values) -> given.put(name, String.join(",", values)));
        return given;
    }

    private PersonRows rows(
            Seat seat,
            PeopleQuery query,
            List<Heading> shown,
            String after,
            Map<MemberId, String> members) {
        Viewer viewer = seat.viewer();
        Instant now = clock.instant();
        Times times = new Times(viewer.zone(), seat.locale(), now);
        Slice<PersonRow> page = page(viewer, query, after);
        Map<String, Map<PersonId, Cell>> cells = columns.cells(viewer, shown, page.items(), now);
        List<PersonRows.Row> rows =
                page.items().stream()
                        .map(person ->
                                new PersonRows.Row(
                                        person,
                                        person.owner()
                                                .map(id -> members.getOrDefault(id, ""))
                                                .orElse(""),
                                        drawn(person.id(), cells, times)))
                        .toList();
        return new PersonRows(query, shown, rows, page.next(), times);
    }

    private Slice<PersonRow> page(Viewer viewer, PeopleQuery query, String after) {
        try {
            return list.page(viewer, query, after, PAGE);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private Map<String, Content> drawn(
            PersonId person, Map<String, Map<PersonId, Cell>> cells, Times times) {
        Map<String, Content> drawn = new HashMap<>();
        cells.forEach((key, column) -> {
            Cell cell = column.get(person);
            if (cell != null) drawn.put(key, parts.drawn(cell.template(), cell.page(), times));
        });
        return drawn;
    }

    private static String company(PersonRows rows) {
        return rows.rows().isEmpty() ? "one company" : rows.rows().getFirst().person().company();
    }

    private static List<Choice> owners(Map<MemberId, String> members) {
        List<Choice> owners = new ArrayList<>();
        owners.add(new Choice("", "Anybody"));
        owners.add(new Choice("me", "You"));
        members.forEach((id, name) -> owners.add(new Choice(id.toString(), name)));
        owners.add(new Choice("none", "Nobody"));
        return owners;
    }

    @GetMapping("/people.csv")
    void file(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Viewer viewer = Seat.of(request).orElseThrow().viewer();
        LocalDate day = LocalDate.ofInstant(clock.instant(), viewer.zone());
        PeopleQuery query = PeopleQuery.of(given(request));
        List<Heading> shown = columns.chosen(query, views.columns(viewer));
        Map<MemberId, String> owners = house.members(viewer);
        SpreadsheetFile.send(
                response, "people-" + day, file -> csv.write(viewer, query, shown, owners, file));
    }
}
