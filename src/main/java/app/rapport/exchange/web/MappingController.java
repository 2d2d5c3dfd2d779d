package app.rapport.exchange.web;

import app.rapport.exchange.FileImport;
import app.rapport.exchange.ImportJobs;
import app.rapport.exchange.TableMappings;
import app.rapport.exchange.TableMappings.Table;
import app.rapport.exchange.model.Progress;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.ui.Page;
import app.rapport.ui.Seat;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What the columns of tables are, before anything of them is stored. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class MappingController {
    private final ImportJobs jobs;
    private final FileImport fileImport;
    private final TableMappings mappings;
    private final ImportViews views;

    MappingController(
            ImportJobs jobs, FileImport fileImport, TableMappings mappings, ImportViews views) {
        this.jobs = jobs;
        this.fileImport = fileImport;
        this.mappings = mappings;
        this.views = views;
    }

    /** One table as it reads by what was just chosen. */
    @PostMapping("/imports/{id}/tables/{ordinal}")
    Page choose(
            @PathVariable UUID id,
            @PathVariable int ordinal,
            @RequestParam Map<String, String> given,
            Viewer viewer)
            throws IOException {
        note(viewer, new ImportId(id), given);
        return views.tables(viewer, new ImportId(id)).stream()
                .filter(table -> table.table().ordinal() == ordinal)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Keeps what was chosen; also when no button says what to do with it. */
    @PostMapping("/imports/{id}/mapping")
    String look(@PathVariable UUID id, @RequestParam Map<String, String> given, Viewer viewer)
            throws IOException {
        note(viewer, new ImportId(id), given);
        return "redirect:/imports/" + id;
    }

    /** What would come of it; nothing is stored. */
    @PostMapping(path = "/imports/{id}/mapping", params = "do=check")
    Page check(
            @PathVariable UUID id,
            @RequestParam Map<String, String> given,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            HttpServletRequest request)
            throws IOException {
        Seat seat = Seat.of(request).orElseThrow();
        note(seat.viewer(), new ImportId(id), given);
        CheckedReport checked =
                fileImport
                        .rehearse(seat.viewer(), new ImportId(id))
                        .map(CheckedReport::new)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Progress progress = views.progress(seat.viewer(), id);
        return htmx == null ? views.page(seat, progress, -1, Optional.of(checked)) : checked;
    }

    @PostMapping(path = "/imports/{id}/mapping", params = "do=import")
    String confirm(@PathVariable UUID id, @RequestParam Map<String, String> given, Viewer viewer)
            throws IOException {
        note(viewer, new ImportId(id), given);
        if (!jobs.confirm(viewer, new ImportId(id), Map.of()))
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        return "redirect:/imports/" + id;
    }

    private void note(Viewer viewer, ImportId id, Map<String, String> given) throws IOException {
        MappingForm form = new MappingForm(given);
        for (Table table : mappings.waiting(viewer, id))
            mappings.choose(viewer, id, table.ordinal(), form.of(table));
    }
}
