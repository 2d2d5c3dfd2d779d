package app.rapport.exchange.api;

import app.rapport.exchange.ExportDownload;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everything as one zip, over the API. */
@RestController
@Needs(toRead = Right.EXPORT_ALL)
class ExportApi {
    private final ExportDownload download;

    ExportApi(ExportDownload download) {
        this.download = download;
    }

    @GetMapping(path = "/api/v1/export", produces = "application/zip")
    void everything(Viewer viewer, HttpServletResponse response) throws IOException {
        download.send(viewer, response);
    }
}
