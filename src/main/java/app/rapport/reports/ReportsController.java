package app.rapport.reports;

import app.rapport.kernel.Needs;
import app.rapport.kernel.ReportSource;
import app.rapport.kernel.ReportTable;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.ui.Page;
import app.rapport.ui.SpreadsheetFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Reports as pages and as files. */
@Controller
@Needs(toRead = Right.SEE_REPORTS)
class ReportsController {
    private final Reports reports;
    private final Clock clock;

    ReportsController(Reports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @GetMapping("/reports")
    Page first(Viewer viewer) {
        return page(viewer, reports.first());
    }

    @GetMapping("/reports/{key}")
    Page one(Viewer viewer, @PathVariable String key) {
        return page(viewer, reports.of(key));
    }

    private ReportPage page(Viewer viewer, ReportSource report) {
        return ReportPage.of(reports.all(), report, report.answer(viewer, clock.instant()));
    }

    @GetMapping("/reports/{key}.csv")
    void file(Viewer viewer, @PathVariable String key, HttpServletResponse response)
            throws IOException {
        ReportSource report = reports.of(key);
        ReportTable table = report.answer(viewer, clock.instant());
        SpreadsheetFile.send(
                response, report.key(), csv -> ReportCsv.write(table, viewer.zone(), csv));
    }
}
