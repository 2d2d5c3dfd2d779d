package app.rapport.conversations;

import app.rapport.access.House;
import app.rapport.conversations.store.ReportRows;
import app.rapport.conversations.store.ReportRows.Owed;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.ReportSource;
import app.rapport.kernel.ReportTable;
import app.rapport.kernel.ReportTable.Cell;
import app.rapport.kernel.ReportTable.Column;
import app.rapport.kernel.ReportTable.Count;
import app.rapport.kernel.ReportTable.Moment;
import app.rapport.kernel.ReportTable.Words;
import app.rapport.kernel.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Answers owed, by whose they are and how long they wait. */
@Component
class OwedReport implements ReportSource {
    private static final Duration REACH = Duration.ofDays(90);
    private final ReportRows rows;
    private final House house;

    OwedReport(ReportRows rows, House house) {
        this.rows = rows;
        this.house = house;
    }

    @Override
    public String key() {
        return "answers-owed";
    }

    @Override
    public String title() {
        return "Answers owed";
    }

    @Override
    public String question() {
        return "Who waits for an answer of ours, and how long already?";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public ReportTable answer(Viewer viewer, Instant now) {
        Map<MemberId, String> names = house.members(viewer);
        List<Owed> owed = new ArrayList<>(rows.owed(viewer, now.minus(REACH), now));
        owed.sort(Comparator.comparing(Owed::oldest));
        long all = owed.stream().mapToLong(OwedReport::sum).sum();
        long late = owed.stream().mapToLong(one -> sum(one) - one.byAge().getFirst()).sum();
        return new ReportTable(
                all == 1
                        ? "One mail of the last 90 days waits for an answer."
                        : "%d mails of the last 90 days wait for an answer, %d of them for more than a day."
                                .formatted(all, late),
                List.of(
                        Column.plain("Member"),
                        Column.drawn("All"),
                        Column.plain("Under a day"),
                        Column.plain("1 to 3 days"),
                        Column.plain("3 to 7 days"),
                        Column.plain("1 to 4 weeks"),
                        Column.plain("Longer"),
                        Column.plain("Oldest")),
                owed.stream().map(one -> row(one, names)).toList(),
                "Nobody waits for an answer, as far as the mail that was read says.");
    }

    private static List<Cell> row(Owed owed, Map<MemberId, String> names) {
        List<Cell> row = new ArrayList<>();
        row.add(Words.of(names.getOrDefault(owed.member(), "")));
        row.add(new Count(sum(owed)));
        owed.byAge().forEach(number -> row.add(new Count(number)));
        row.add(new Moment(owed.oldest()));
        return row;
    }

    private static long sum(Owed owed) {
        return owed.byAge().stream().mapToLong(Long::longValue).sum();
    }
}
