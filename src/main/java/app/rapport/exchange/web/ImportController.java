package app.rapport.exchange.web;

import app.rapport.access.House;
import app.rapport.access.Us;
import app.rapport.conversations.MailArchive;
import app.rapport.conversations.MailArchive.Frequent;
import app.rapport.exchange.FileImport;
import app.rapport.exchange.ImportJobs;
import app.rapport.exchange.model.Progress;
import app.rapport.exchange.store.Imports;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import app.rapport.ui.Numbers;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Bringing files in through the browser. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class ImportController {
    private static final int ASIDE_SHOWN = 50;

    private final ImportJobs jobs;
    private final FileImport fileImport;
    private final Imports imports;
    private final MailArchive archive;
    private final House house;
    private final Clock clock;

    ImportController(
            ImportJobs jobs,
            FileImport fileImport,
            Imports imports,
            MailArchive archive,
            House house,
            Clock clock) {
        this.jobs = jobs;
        this.fileImport = fileImport;
        this.imports = imports;
        this.archive = archive;
        this.house = house;
        this.clock = clock;
    }

    @GetMapping("/imports")
    ImportsPage all(Viewer viewer) {
        Us us = house.us(viewer);
        List<Progress> all = imports.all(viewer);
        List<Frequent> proposal = all.isEmpty() ? List.of() : archive.proposal(viewer);
        return new ImportsPage(all, proposal, us.mine(), us.domains());
    }

    @GetMapping("/imports/{id}")
    ImportCard one(@PathVariable UUID id, Viewer viewer) {
        Progress progress =
                imports.progress(viewer, new ImportId(id))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ImportCard(
                progress, imports.aside(viewer, progress.id(), -1, ASIDE_SHOWN), rate(progress));
    }

    private String rate(Progress progress) {
        double seconds =
                Math.max(
                        1,
                        Duration.between(
                                                progress.createdAt(),
                                                progress.finishedAt().orElse(clock.instant()))
                                        .toMillis()
                                / 1000.0);
        long each = Math.round(progress.read() / seconds);
        if (!progress.state().active()) return Numbers.count(each) + " a second";
        long left =
                progress.bytesDone() == 0
                        ? 0
                        : Math.round(
                                seconds
                                        * (progress.bytesTotal() - progress.bytesDone())
                                        / progress.bytesDone());
        return Numbers.count(each)
                + " a second"
                + (left > 0 ? " · " + left + " s left" : "")
                + ". You can leave this page.";
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

    @PostMapping("/imports")
    String bring(
            @RequestParam List<MultipartFile> files, Viewer viewer, HttpServletResponse response)
            throws IOException {
        List<Part> parts = files.stream().filter(file -> !file.isEmpty()).map(Part::new).toList();
        if (parts.isEmpty()) Notices.say(response, Notice.of("Choose a file first."));
        else jobs.ask(viewer, parts);
        return "redirect:/imports";
    }

    /** Tables whose columns were guessed right. */
    @PostMapping("/imports/{id}/mapping")
    String confirm(@PathVariable UUID id, Viewer viewer) {
        if (!jobs.confirm(viewer, new ImportId(id), Map.of()))
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        return "redirect:/imports";
    }

    @PostMapping("/imports/{id}/cancel")
    String cancel(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        fileImport.cancel(viewer, new ImportId(id));
        Notices.say(
                response,
                Notice.of(
                        "It stops after the batch in hand. What was stored stays; undo it to take it back."));
        return "redirect:/imports";
    }

    @PostMapping("/imports/{id}/undo")
    String undo(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        boolean undone = fileImport.undo(viewer, new ImportId(id));
        Notices.say(
                response,
                Notice.of(
                        undone
                                ? "The import is undone. What others brought, and what you did since, stays."
                                : "This import cannot be undone."));
        return "redirect:/imports";
    }

    /** "Yes, that is us": addresses and domains, confirmed by hand. */
    @PostMapping("/imports/us")
    String us(
            @RequestParam(defaultValue = "") List<String> address,
            @RequestParam(defaultValue = "") List<String> domain,
            Viewer viewer,
            HttpServletResponse response) {
        house.addOwnAddresses(viewer, address);
        house.addDomains(viewer, domain);
        archive.conclude(viewer);
        Notices.say(response, Notice.of("Noted. Today was worked out anew."));
        return "redirect:/imports";
    }
}
