package app.rapport.exchange.api;

import app.rapport.access.NextPage;
import app.rapport.exchange.FileImport;
import app.rapport.exchange.ImportJobs;
import app.rapport.exchange.ImportRecords;
import app.rapport.exchange.SetAsideDownload;
import app.rapport.exchange.contacts.Mapping;
import app.rapport.exchange.model.AsideItem;
import app.rapport.exchange.model.AsideKind;
import app.rapport.exchange.model.Progress;
import app.rapport.exchange.model.Report;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Imports over the API. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class ImportsApi {
    private static final int MOST = 100;

    private final ImportJobs jobs;
    private final FileImport fileImport;
    private final ImportRecords records;
    private final SetAsideDownload download;

    ImportsApi(
            ImportJobs jobs,
            FileImport fileImport,
            ImportRecords records,
            SetAsideDownload download) {
        this.jobs = jobs;
        this.fileImport = fileImport;
        this.records = records;
        this.download = download;
    }

    /**
     * @param id null of a dry run
     * @param state mapping, running, done, failed, cancelled or undone, or dry-run; report counts
     *     so far
     */
    record ImportJson(
            @Nullable UUID id,
            String title,
            String state,
            int percent,
            @Nullable String failure,
            @Nullable String createdAt,
            @Nullable String finishedAt,
            Report report) {}

    /**
     * @param raw the original, where it is text of no more than 64 kB; a row is a JSON object of
     *     its cells by their headers
     */
    record SetAsideJson(String source, String position, String reason, @Nullable String raw) {}

    record SetAsidePage(List<SetAsideJson> items, @Nullable String next) {}

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

    /**
     * Brings files in.
     *
     * @param mapping JSON that says which column of a table is what, against the best guess
     * @param dryRun whether to tell only what would come of it
     */
    @PostMapping(path = "/api/v1/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ApiResponse(
            responseCode = "202",
            description = "It runs; ask for it by its id",
            useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "200",
            description = "A dry run: the whole report, and nothing is stored",
            useReturnTypeSchema = true)
    ResponseEntity<ImportJson> bring(
            @RequestParam List<MultipartFile> files,
            @RequestParam Optional<String> mapping,
            @RequestParam(defaultValue = "false") boolean dryRun,
            Viewer viewer)
            throws IOException {
        List<Part> parts = files.stream().map(Part::new).toList();
        try {
            return dryRun
                    ? ResponseEntity.ok(tried(jobs.dryRun(viewer, parts, mapping)))
                    : ResponseEntity.accepted()
                            .body(json(viewer, jobs.accept(viewer, parts, mapping)));
        } catch (Mapping.Unclear e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage());
        }
    }

    /** Nothing is stored, so there is nothing to ask for later. */
    private static ImportJson tried(Report report) {
        return new ImportJson(null, "", "dry-run", 100, null, null, null, report);
    }

    /** The member's, newest first; the header {@code Link} leads to the next page. */
    @GetMapping("/api/v1/imports")
    ResponseEntity<List<ImportJson>> all(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "100") int limit,
            Viewer viewer) {
        Slice<Progress> page = records.page(viewer, cursor, Math.clamp(limit, 1, MOST));
        return NextPage.linked(page.map(progress -> json(viewer, progress.id())));
    }

    @GetMapping("/api/v1/imports/{id}")
    ImportJson one(@PathVariable UUID id, Viewer viewer) {
        return json(viewer, new ImportId(id));
    }

    @GetMapping("/api/v1/imports/{id}/set-aside")
    SetAsidePage setAside(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") long cursor,
            @RequestParam(defaultValue = "100") int limit,
            Viewer viewer) {
        json(viewer, new ImportId(id));
        int most = Math.clamp(limit, 1, 1_000);
        List<AsideItem> items = records.aside(viewer, new ImportId(id), cursor, most);
        List<Optional<String>> raws = records.originals(viewer, items);
        List<SetAsideJson> shown = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Report.SetAside what = items.get(i).what();
            shown.add(
                    new SetAsideJson(
                            what.source(),
                            what.position(),
                            what.reason(),
                            raws.get(i).orElse(null)));
        }
        return new SetAsidePage(
                shown, items.size() < most ? null : String.valueOf(items.getLast().item()));
    }

    /**
     * What was set aside as files to mend and put in again: CSV, vCard, iCalendar, mbox; a zip
     * where these are several.
     *
     * @param kind rows, cards, events or mails; all when it is left out
     */
    @GetMapping("/api/v1/imports/{id}/set-aside/download")
    void download(
            @PathVariable UUID id,
            @RequestParam Optional<String> kind,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        download.send(viewer, new ImportId(id), kind.map(ImportsApi::kind), response);
    }

    private static AsideKind kind(String word) {
        return Arrays.stream(AsideKind.values())
                .filter(kind -> kind.words(2).equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new ResponseStatusException(
                                HttpStatus.BAD_REQUEST,
                                "The kind is rows, cards, events or mails"));
    }

    @PostMapping("/api/v1/imports/{id}/undo")
    ImportJson undo(@PathVariable UUID id, Viewer viewer) {
        json(viewer, new ImportId(id));
        if (!fileImport.undo(viewer, new ImportId(id)))
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "It still runs, or was undone before");
        return json(viewer, new ImportId(id));
    }

    /** Reads on where an import stands whose program ended before it did. */
    @PostMapping("/api/v1/imports/{id}/resume")
    ImportJson resume(@PathVariable UUID id, Viewer viewer) {
        json(viewer, new ImportId(id));
        if (!jobs.resume(viewer, new ImportId(id)))
            throw new ResponseStatusException(HttpStatus.CONFLICT, "It did not stop");
        return json(viewer, new ImportId(id));
    }

    private ImportJson json(Viewer viewer, ImportId id) {
        Progress progress =
                records.progress(viewer, id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ImportJson(
                id.value(),
                progress.title(),
                progress.state().name().toLowerCase(java.util.Locale.ROOT),
                progress.percent(),
                progress.failure().orElse(null),
                progress.createdAt().toString(),
                progress.finishedAt().map(Object::toString).orElse(null),
                records.report(viewer, id));
    }
}
