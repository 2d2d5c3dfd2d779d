package app.rapport.conversations;

import app.rapport.access.House;
import app.rapport.conversations.store.ReportRows;
import app.rapport.conversations.store.ReportRows.AnswerTimes;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.ReportSource;
import app.rapport.kernel.ReportTable;
import app.rapport.kernel.ReportTable.Column;
import app.rapport.kernel.ReportTable.Count;
import app.rapport.kernel.ReportTable.Hours;
import app.rapport.kernel.ReportTable.Words;
import app.rapport.kernel.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How long our answers took, where somebody waited for one. */
@Component
class AnswerTimesReport implements ReportSource {
    private static final Duration REACH = Duration.ofDays(90);
    private final ReportRows rows;
    private final House house;

    AnswerTimesReport(ReportRows rows, House house) {
        this.rows = rows;
        this.house = house;
    }

    @Override
    public String key() {
        return "answer-times";
    }

    @Override
    public String title() {
        return "Answer times";
    }

    @Override
    public String question() {
        return "How long do people wait until we answer?";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public ReportTable answer(Viewer viewer, Instant now) {
        List<String> ours = List.copyOf(house.membersByWord(viewer).keySet());
        List<AnswerTimes> times =
                new ArrayList<>(rows.answerTimes(viewer, ours, now.minus(REACH), now));
        times.sort(Comparator.comparingDouble(AnswerTimes::median).reversed());
        Map<MemberId, String> names = house.members(viewer);
        return new ReportTable(
                "%d answers of the last 90 days, in hours of the clock, nights and weekends with them."
                        .formatted(times.stream().mapToLong(AnswerTimes::answered).sum()),
                List.of(
                        Column.plain("Member"),
                        Column.plain("Answers"),
                        Column.drawn("Half within"),
                        Column.drawn("Nine of ten within")),
                times.stream()
                        .map(one ->
                                List.<ReportTable.Cell>of(
                                        Words.of(names.getOrDefault(one.member(), "")),
                                        new Count(one.answered()),
                                        new Hours(one.median()),
                                        new Hours(one.slow())))
                        .toList(),
                "No mail that waited was answered in the last 90 days.");
    }
}
