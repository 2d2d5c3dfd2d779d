package app.rapport.exchange.web;

import app.rapport.exchange.ExportDownload;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.ui.SettingsTabs;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Taking everything along, through the browser. */
@Controller
@Needs(toRead = Right.EXPORT_ALL)
class ExportController {
    private static final String HERE = "/settings/export";

    private final SettingsTabs tabs;
    private final ExportDownload download;

    ExportController(SettingsTabs tabs, ExportDownload download) {
        this.tabs = tabs;
        this.download = download;
    }

    @GetMapping(HERE)
    ExportPage page() {
        return new ExportPage(tabs.at(HERE));
    }

    @GetMapping(HERE + "/everything.zip")
    void everything(Viewer viewer, HttpServletResponse response) throws IOException {
        download.send(viewer, response);
    }
}
