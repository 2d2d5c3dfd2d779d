package app.rapport.exchange.web;

import app.rapport.exchange.ImportRecords;
import app.rapport.exchange.SetAsideDownload;
import app.rapport.exchange.model.AsideItem;
import app.rapport.exchange.model.AsideKind;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What was set aside, as files to mend and to put in again. */
@Controller
@Needs(toRead = Right.READ_RECORDS)
class SetAsideController {
    private final ImportRecords records;
    private final SetAsideDownload download;
    private final ImportViews views;

    SetAsideController(ImportRecords records, SetAsideDownload download, ImportViews views) {
        this.records = records;
        this.download = download;
        this.views = views;
    }

    /** All items of a kind. */
    @GetMapping("/imports/{id}/set-aside/{file}")
    void all(
            @PathVariable UUID id,
            @PathVariable String file,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        ImportId asked = views.progress(viewer, id).id();
        AsideKind kind = AsideKind.of(file).orElseThrow(SetAsideController::nothing);
        download.send(viewer, asked, Optional.of(kind), response);
    }

    /** One item alone. */
    @GetMapping("/imports/{id}/set-aside/items/{item}")
    void one(
            @PathVariable UUID id,
            @PathVariable long item,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        ImportId asked = views.progress(viewer, id).id();
        AsideItem aside =
                records.asideItem(viewer, asked, item).orElseThrow(SetAsideController::nothing);
        headers(response, aside.kind(), "set-aside-" + item + "-" + aside.kind().file());
        records.write(viewer, aside, response.getOutputStream());
    }

    private static void headers(HttpServletResponse response, AsideKind kind, String name) {
        response.setContentType(kind.type() + ";charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
