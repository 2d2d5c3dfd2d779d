package app.rapport.exchange.web;

import app.rapport.access.House;
import app.rapport.conversations.MailArchive;
import app.rapport.exchange.ImportRecords;
import app.rapport.exchange.TableMappings;
import app.rapport.exchange.UsProposal;
import app.rapport.exchange.model.AsideItem;
import app.rapport.exchange.model.FileForm;
import app.rapport.exchange.model.Pace;
import app.rapport.exchange.model.Progress;
import app.rapport.exchange.model.Progress.State;
import app.rapport.exchange.model.Source;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import app.rapport.ui.Numbers;
import app.rapport.ui.Seat;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Imports as their pages show them. */
@Component
class ImportViews {
    private static final int ASIDE_SHOWN = 50;
    private static final int NAMED = 3;

    private final ImportRecords records;
    private final TableMappings mappings;
    private final MailArchive archive;
    private final House house;
    private final Clock clock;

    ImportViews(
            ImportRecords records,
            TableMappings mappings,
            MailArchive archive,
            House house,
            Clock clock) {
        this.records = records;
        this.mappings = mappings;
        this.archive = archive;
        this.house = house;
        this.clock = clock;
    }

    Progress progress(Viewer viewer, UUID id) {
        return records.progress(viewer, new ImportId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Those that go on or wait, and the newest, in full; the others in a line. */
    ImportsPage all(Seat seat) {
        List<ImportCard> now = new ArrayList<>();
        List<Progress> earlier = new ArrayList<>();
        for (Progress one : records.all(seat.viewer())) {
            boolean goes = one.state().active() || one.state() == State.MAPPING;
            if (goes || now.isEmpty()) now.add(card(seat, one, false));
            else earlier.add(one);
        }
        return new ImportsPage(now, earlier);
    }

    ImportPage page(Seat seat, Progress progress, long after, Optional<CheckedReport> checked)
            throws IOException {
        Viewer viewer = seat.viewer();
        ImportId id = progress.id();
        List<AsideItem> aside = records.aside(viewer, id, after, ASIDE_SHOWN);
        List<String> says = records.says(viewer, aside);
        List<ImportPage.Aside> lines = new ArrayList<>();
        for (int i = 0; i < aside.size(); i++)
            lines.add(new ImportPage.Aside(aside.get(i), says.get(i)));
        return new ImportPage(
                card(seat, progress, true),
                tables(viewer, id),
                checked,
                lines,
                records.asideKinds(viewer, id),
                aside.size() < ASIDE_SHOWN ? Optional.empty() : Optional.of(aside.getLast().item()),
                records.skipped(viewer, id));
    }

    List<MappingTable> tables(Viewer viewer, ImportId id) throws IOException {
        return mappings.waiting(viewer, id).stream()
                .map(table -> new MappingTable(id, table))
                .toList();
    }

    ImportCard card(Seat seat, Progress progress, boolean own) {
        List<Source> files = records.files(seat.viewer(), progress.id());
        return new ImportCard(
                progress,
                icon(files),
                about(files),
                took(progress),
                live(progress),
                question(seat, progress, files),
                own);
    }

    /** Asked once for an import with mail, as soon as there is something to say yes to. */
    UsQuestion question(Seat seat, Progress progress) {
        return question(seat, progress, records.files(seat.viewer(), progress.id()));
    }

    private UsQuestion question(Seat seat, Progress progress, List<Source> files) {
        boolean asks =
                !progress.usSaid()
                        && progress.state() != State.UNDONE
                        && files.stream().anyMatch(file -> file.form() == FileForm.MAIL);
        if (!asks) return new UsQuestion(progress.id(), Optional.empty(), false);
        Optional<UsProposal> proposal =
                progress.read() == 0
                        ? Optional.empty()
                        : Optional.of(
                                        UsProposal.of(
                                                archive.proposal(seat.viewer()),
                                                seat.name(),
                                                house.us(seat.viewer())))
                                .filter(UsProposal::open);
        return new UsQuestion(
                progress.id(), proposal, progress.state().active() && proposal.isEmpty());
    }

    private static String icon(List<Source> files) {
        if (files.stream().map(Source::form).distinct().count() != 1) return "file-import";
        return switch (files.getFirst().form()) {
            case MAIL -> "mail";
            case TABLE -> "table";
            case CARDS -> "address-book";
            case CALENDAR -> "calendar";
            case OTHER -> "file-import";
        };
    }

    private static String about(List<Source> files) {
        String forms =
                files.stream()
                        .map(Source::form)
                        .distinct()
                        .map(ImportViews::word)
                        .collect(Collectors.joining(", "));
        String size = Numbers.size(files.stream().mapToLong(Source::size).sum());
        if (files.size() < 2) return files.isEmpty() ? "nothing to read" : forms + ", " + size;
        String names =
                files.stream().limit(NAMED).map(Source::name).collect(Collectors.joining(", "));
        int more = files.size() - NAMED;
        return names + (more > 0 ? " and " + more + " more" : "") + "; " + forms + ", " + size;
    }

    private static String word(FileForm form) {
        return switch (form) {
            case MAIL -> "mail";
            case TABLE -> "table";
            case CARDS -> "address cards";
            case CALENDAR -> "calendar";
            case OTHER -> "file";
        };
    }

    private static String took(Progress progress) {
        Optional<Instant> since = progress.pace().map(Pace::since);
        if (progress.state() != State.DONE || since.isEmpty() || progress.finishedAt().isEmpty())
            return "";
        return "in " + span(Duration.between(since.get(), progress.finishedAt().get()));
    }

    private String live(Progress progress) {
        if (progress.pace().isEmpty()) return "Its turn comes after the import before it.";
        Instant now = clock.instant();
        String about =
                progress.about().isPresent()
                        ? " of about " + Numbers.count(progress.about().getAsLong())
                        : "";
        String left = progress.left(now).map(span -> " · " + span(span) + " left").orElse("");
        return Numbers.count(progress.read())
                + about
                + " read · "
                + Numbers.count(progress.perSecond(now))
                + " a second"
                + left;
    }

    /** "20 s", "3 min", "2 h 10 min". */
    static String span(Duration span) {
        long seconds = Math.max(1, Math.round(span.toMillis() / 1000.0));
        if (seconds < 90) return seconds + " s";
        long minutes = Math.round(seconds / 60.0);
        return minutes < 90 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
