package app.rapport.exchange.web;

import app.rapport.access.House;
import app.rapport.conversations.MailArchive;
import app.rapport.exchange.FileImport;
import app.rapport.exchange.ImportJobs;
import app.rapport.exchange.ImportRecords;
import app.rapport.exchange.model.Progress;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import app.rapport.ui.Page;
import app.rapport.ui.Seat;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;

/** Bringing files in through the browser. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class ImportController {
    private static final String HERE = "/imports";

    private final ImportJobs jobs;
    private final FileImport fileImport;
    private final ImportRecords records;
    private final ImportViews views;
    private final MailArchive archive;
    private final House house;

    ImportController(
            ImportJobs jobs,
            FileImport fileImport,
            ImportRecords records,
            ImportViews views,
            MailArchive archive,
            House house) {
        this.jobs = jobs;
        this.fileImport = fileImport;
        this.records = records;
        this.views = views;
        this.archive = archive;
        this.house = house;
    }

    @GetMapping(HERE)
    ImportsPage all(HttpServletRequest request) {
        return views.all(Seat.of(request).orElseThrow());
    }

    /** The page of one import; for htmx, which asks while it runs, only how far it is. */
    @GetMapping(HERE + "/{id}")
    Page one(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") long after,
            @RequestParam(defaultValue = "false") boolean own,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Seat seat = Seat.of(request).orElseThrow();
        Progress progress = views.progress(seat.viewer(), id);
        if (htmx == null) return views.page(seat, progress, after, Optional.empty());
        // the last answer brings what was set aside, too
        if (own && !progress.state().active()) response.setHeader("HX-Refresh", "true");
        return views.card(seat, progress, own);
    }

    @GetMapping(HERE + "/{id}/us")
    UsQuestion question(@PathVariable UUID id, HttpServletRequest request) {
        Seat seat = Seat.of(request).orElseThrow();
        return views.question(seat, views.progress(seat.viewer(), id));
    }

    private record Part(MultipartFile file) implements ImportJobs.Upload {
        @Override
        public String name() {
            String name = file.getOriginalFilename();
            return name == null ? "file" : name;
        }

        @Override
        public InputStream open() throws IOException {
            return file.getInputStream();
        }
    }

    @PostMapping(HERE)
    String bring(
            @RequestParam List<MultipartFile> files, Viewer viewer, HttpServletResponse response)
            throws IOException {
        return "redirect:" + brought(files, viewer, response);
    }

    /** The same for a script that shows how much of a large file is sent. */
    @PostMapping(path = HERE, headers = "HX-Request")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void send(@RequestParam List<MultipartFile> files, Viewer viewer, HttpServletResponse response)
            throws IOException {
        response.setHeader("HX-Redirect", brought(files, viewer, response));
    }

    private String brought(List<MultipartFile> files, Viewer viewer, HttpServletResponse response)
            throws IOException {
        List<Part> parts = files.stream().filter(file -> !file.isEmpty()).map(Part::new).toList();
        if (!parts.isEmpty()) return HERE + "/" + jobs.ask(viewer, parts);
        Notices.say(response, Notice.of("Nothing was chosen, or the file is empty."));
        return HERE;
    }

    @PostMapping(HERE + "/{id}/cancel")
    String cancel(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        views.progress(viewer, id);
        jobs.cancel(viewer, new ImportId(id));
        Notices.say(
                response,
                Notice.of(
                        "Cancelled. What is stored stays; undo the import to take it back, or bring the files again to go on."));
        return "redirect:" + HERE + "/" + id;
    }

    @PostMapping(HERE + "/{id}/resume")
    String resume(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        views.progress(viewer, id);
        boolean goes = jobs.resume(viewer, new ImportId(id));
        Notices.say(response, Notice.of(goes ? "It goes on where it stood." : "It did not stop."));
        return "redirect:" + HERE + "/" + id;
    }

    @PostMapping(HERE + "/{id}/undo")
    String undo(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        views.progress(viewer, id);
        boolean undone = fileImport.undo(viewer, new ImportId(id));
        Notices.say(
                response,
                Notice.of(
                        undone
                                ? "The import is undone. What others brought, and what you did since, stays."
                                : "It still runs, or was undone before."));
        return "redirect:" + HERE + "/" + id;
    }

    /**
     * "Yes, that is us": addresses and domains, confirmed by hand; what was judged is judged anew.
     */
    @PostMapping(HERE + "/{id}/us")
    String us(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<String> address,
            @RequestParam(defaultValue = "") List<String> domain,
            Viewer viewer,
            HttpServletResponse response) {
        Progress progress = views.progress(viewer, id);
        house.addOwnAddresses(viewer, address);
        house.addDomains(viewer, domain);
        records.usSaid(viewer, progress.id());
        // a running import judges at its end anyway
        if (!progress.state().active()) archive.conclude(viewer);
        Notices.say(
                response,
                Notice.of(
                        progress.state().active()
                                ? "Noted. Today is worked out when all is read."
                                : "Noted. Today was worked out anew."));
        return "redirect:" + HERE + "/" + id;
    }
}
