package app.rapport.reports;

import app.rapport.kernel.Needs;
import app.rapport.kernel.ReportSource;
import app.rapport.kernel.ReportTable;
import app.rapport.kernel.ReportTable.Cell;
import app.rapport.kernel.ReportTable.Count;
import app.rapport.kernel.ReportTable.Hours;
import app.rapport.kernel.ReportTable.Moment;
import app.rapport.kernel.ReportTable.Nothing;
import app.rapport.kernel.ReportTable.Words;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The same reports as JSON. */
@RestController
@Needs(toRead = Right.SEE_REPORTS)
class ReportsApi {
    private final Reports reports;
    private final Clock clock;

    ReportsApi(Reports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    record Listed(String key, String title, String question) {}

    record AllReports(List<Listed> items) {}

    /**
     * @param text of words; null for numbers and where there is nothing
     * @param number of counts, and of hours
     */
    record CellJson(@Nullable String text, @Nullable Double number, @Nullable Instant at) {}

    record ReportJson(
            String key,
            String title,
            String question,
            Instant at,
            String conclusion,
            List<String> columns,
            List<List<CellJson>> rows) {}

    @GetMapping("/api/v1/reports")
    AllReports all() {
        return new AllReports(
                reports.all().stream()
                        .map(report -> new Listed(report.key(), report.title(), report.question()))
                        .toList());
    }

    @GetMapping("/api/v1/reports/{key}")
    ReportJson one(Viewer viewer, @PathVariable String key) {
        ReportSource report = reports.of(key);
        Instant now = clock.instant();
        ReportTable table = report.answer(viewer, now);
        List<List<CellJson>> rows = new ArrayList<>();
        for (List<Cell> row : table.rows()) rows.add(row.stream().map(ReportsApi::json).toList());
        return new ReportJson(
                report.key(),
                report.title(),
                report.question(),
                now,
                table.conclusion(),
                table.columns().stream().map(ReportTable.Column::title).toList(),
                rows);
    }

    private static CellJson json(Cell cell) {
        return switch (cell) {
            case Words words -> new CellJson(words.text(), null, null);
            case Count count -> new CellJson(null, (double) count.number(), null);
            case Hours hours -> new CellJson(null, hours.hours(), null);
            case Moment moment -> new CellJson(null, null, moment.at());
            case Nothing _ -> new CellJson(null, null, null);
        };
    }
}
