package app.rapport.people;

import app.rapport.access.House;
import app.rapport.kernel.LastTalk;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.ReportSource;
import app.rapport.kernel.ReportTable;
import app.rapport.kernel.ReportTable.Cell;
import app.rapport.kernel.ReportTable.Column;
import app.rapport.kernel.ReportTable.Moment;
import app.rapport.kernel.ReportTable.Nothing;
import app.rapport.kernel.ReportTable.Words;
import app.rapport.kernel.Viewer;
import app.rapport.people.model.PeopleQuery;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** People whom nobody has touched for a quarter, the longest silence first. */
@Component
class UntouchedReport implements ReportSource {
    private static final int SHOWN = 500;
    private static final PeopleQuery SILENT =
            PeopleQuery.of(Map.of("untouched", "90d", "sort", "last"));
    private final PeopleList people;
    private final House house;
    private final List<LastTalk> talks;

    UntouchedReport(PeopleList people, House house, List<LastTalk> talks) {
        this.people = people;
        this.house = house;
        this.talks = talks;
    }

    @Override
    public String key() {
        return "untouched";
    }

    @Override
    public String title() {
        return "Nobody's turn";
    }

    @Override
    public String question() {
        return "Whom has nobody talked to for 90 days?";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public ReportTable answer(Viewer viewer, Instant now) {
        List<PersonRow> rows = people.page(viewer, SILENT, "", SHOWN).items();
        long all = people.count(viewer, SILENT);
        Map<MemberId, String> members = house.members(viewer);
        Map<PersonId, Instant> last = lastTalks(viewer, rows, now);
        return new ReportTable(
                (all >= PeopleList.COUNTED ? "More than " : "")
                        + (all == 1 ? "One person" : all + " people")
                        + (rows.size() < all ? "; the first " + rows.size() + " stand here" : "")
                        + ". The list of people has them all, with filters.",
                List.of(
                        Column.plain("Person"),
                        Column.plain("Company"),
                        Column.plain("Owner"),
                        Column.plain("Last talk"),
                        Column.plain("Here since")),
                rows.stream().map(row -> cells(row, members, last)).toList(),
                "Everybody was talked to within the last 90 days.");
    }

    private Map<PersonId, Instant> lastTalks(Viewer viewer, List<PersonRow> rows, Instant now) {
        Map<PersonId, Instant> last = new HashMap<>();
        List<PersonId> shown = rows.stream().map(PersonRow::id).toList();
        for (LastTalk source : talks)
            source.lastTalks(viewer, shown, now)
                    .forEach((person, talk) ->
                            talk.newest()
                                    .ifPresent(
                                            at -> last.merge(person, at, UntouchedReport::later)));
        return last;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static List<Cell> cells(
            PersonRow row, Map<MemberId, String> members, Map<PersonId, Instant> last) {
        Instant talk = last.get(row.id());
        return List.of(
                Words.linked(row.name(), "/people/" + row.id()),
                row.company().isEmpty() ? new Nothing("none") : Words.of(row.company()),
                row.owner()
                        .map(members::get)
                        .<Cell>map(Words::of)
                        .orElseGet(() -> new Nothing("nobody")),
                talk == null ? new Nothing("never") : new Moment(talk),
                new Moment(row.added()));
    }
}
