package app.rapport.conversations;

import app.rapport.access.House;
import app.rapport.conversations.store.ReportRows;
import app.rapport.conversations.store.ReportRows.Activity;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.ReportSource;
import app.rapport.kernel.ReportTable;
import app.rapport.kernel.ReportTable.Cell;
import app.rapport.kernel.ReportTable.Column;
import app.rapport.kernel.ReportTable.Count;
import app.rapport.kernel.ReportTable.Words;
import app.rapport.kernel.Viewer;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What members wrote and logged, week by week. */
@Component
class ActivityReport implements ReportSource {
    private static final int WEEKS = 8;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private final ReportRows rows;
    private final House house;

    ActivityReport(ReportRows rows, House house) {
        this.rows = rows;
        this.house = house;
    }

    @Override
    public String key() {
        return "activity";
    }

    @Override
    public String title() {
        return "Activity";
    }

    @Override
    public String question() {
        return "How much did each of us write and talk, week by week?";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public ReportTable answer(Viewer viewer, Instant now) {
        LocalDate thisWeek =
                LocalDate.ofInstant(now, viewer.zone())
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<LocalDate> weeks =
                Stream.iterate(thisWeek.minusWeeks(WEEKS - 1L), week -> week.plusWeeks(1))
                        .limit(WEEKS)
                        .toList();
        Instant from = weeks.getFirst().atStartOfDay(viewer.zone()).toInstant().minusMillis(1);
        List<Activity> done = rows.activity(viewer, house.membersByWord(viewer), from, now);
        List<Column> columns = new ArrayList<>(List.of(Column.plain("Member")));
        weeks.forEach(week -> columns.add(Column.drawn("from " + DAY.format(week))));
        columns.add(Column.plain("Mails"));
        columns.add(Column.plain("Talks logged"));
        return new ReportTable(
                "In eight weeks, mails written: %d; calls, meetings and notes logged: %d. Much is not better: look for who fell silent, and who carries too much."
                        .formatted(
                                done.stream().mapToLong(Activity::mails).sum(),
                                done.stream().mapToLong(Activity::talks).sum()),
                columns,
                house.members(viewer).entrySet().stream()
                        .map(member -> row(member, weeks, done))
                        .filter(row -> row.stream().anyMatch(ActivityReport::counts))
                        .toList(),
                "Nothing was written or logged in the last eight weeks.");
    }

    private static boolean counts(Cell cell) {
        return cell instanceof Count count && count.number() > 0;
    }

    private static List<Cell> row(
            Map.Entry<MemberId, String> member, List<LocalDate> weeks, List<Activity> done) {
        List<Activity> own =
                done.stream().filter(one -> one.member().equals(member.getKey())).toList();
        List<Cell> row = new ArrayList<>(List.of(Words.of(member.getValue())));
        for (LocalDate week : weeks)
            row.add(
                    new Count(
                            own.stream()
                                    .filter(one -> one.week().equals(week))
                                    .mapToLong(one -> one.mails() + one.talks())
                                    .sum()));
        row.add(new Count(own.stream().mapToLong(Activity::mails).sum()));
        row.add(new Count(own.stream().mapToLong(Activity::talks).sum()));
        return row;
    }
}
