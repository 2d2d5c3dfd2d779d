package app.rapport.exchange;

import app.rapport.exchange.contacts.ContactFile;
import app.rapport.exchange.contacts.FileKind;
import app.rapport.exchange.contacts.Mapping;
import app.rapport.exchange.files.Archive;
import app.rapport.exchange.files.FileForms;
import app.rapport.exchange.files.MailFiles;
import app.rapport.exchange.model.Damaged;
import app.rapport.exchange.model.FileForm;
import app.rapport.exchange.model.Source;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;

/**
 * What there is to read below the paths of an import, companies before persons before deals, so
 * that links find what they point at. A folder gives its mail only; a file that somebody named, and
 * a zip, give all kinds.
 */
final class SourceFinder {
    private final Optional<String> mapping;
    private final List<Ranked> ranked = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private boolean mappable;

    private record Ranked(int rank, Source source) {}

    /**
     * @param skipped files that hold nothing to import
     * @param mappable whether there is a table whose columns somebody can look at
     */
    record Found(List<Source> sources, List<String> skipped, boolean mappable) {}

    private SourceFinder(Optional<String> mapping) {
        this.mapping = mapping;
    }

    /**
     * @param mapping what a person said of the tables, as JSON
     */
    static Found below(List<Path> paths, Optional<String> mapping) throws IOException {
        SourceFinder finder = new SourceFinder(mapping);
        for (Path path : paths) {
            if (Files.isDirectory(path)) finder.folder(path);
            else finder.file(path);
        }
        finder.ranked.sort(Comparator.comparingInt(Ranked::rank));
        List<Source> sources = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Ranked one : finder.ranked)
            sources.add(one.source().at(sources.size()).named(own(one.source().name(), names)));
        return new Found(sources, finder.skipped, finder.mappable);
    }

    /** What people know them by. */
    static String title(List<Path> paths) {
        return paths.size() == 1
                ? paths.getFirst().toAbsolutePath().normalize().getFileName().toString()
                : paths.size() + " files";
    }

    /** Two files of one name are told apart, or nobody knows in which an item stands. */
    private static String own(String name, Set<String> names) {
        String own = name;
        for (int n = 2; !names.add(own); n++) own = name + " (" + n + ")";
        return own;
    }

    private void folder(Path folder) throws IOException {
        for (Path file : MailFiles.below(folder)) {
            String name = folder.relativize(file).toString();
            MailFiles.Form form = MailFiles.form(file);
            if (form == MailFiles.Form.OTHER) skipped.add(name);
            else add(Source.of(name, file, "", FileForm.MAIL, Files.size(file)));
            // its contacts and meetings are no files of their own that somebody could name
            if (form == MailFiles.Form.PST)
                for (Archive.Entry entry : Archive.entries(file)) entry(file, name, entry);
        }
    }

    private void file(Path file) throws IOException {
        String name = file.getFileName().toString();
        List<Archive.Entry> entries = entries(file);
        if (entries.isEmpty()) {
            FileForm form = FileForms.of(file);
            boolean guessed = form == FileForm.TABLE && !FileForms.isTableName(name);
            if (form == FileForm.OTHER || (guessed && !isTable(file, name))) skipped.add(name);
            else add(Source.of(name, file, "", form, Files.size(file)));
            return;
        }
        if (entries.stream().anyMatch(entry -> entry.form() == FileForm.MAIL))
            add(Source.of(name, file, "", FileForm.MAIL, Files.size(file)));
        for (Archive.Entry entry : entries) entry(file, name, entry);
    }

    /** What somebody said of its columns makes a table of any text. */
    private boolean isTable(Path file, String name) throws IOException {
        if (mapping.isPresent()) return true;
        try (ContactFile table = ContactFile.open(file, name, Mapping.NONE)) {
            return table.isTable();
        }
    }

    /** A broken zip is read as far as it goes, which tells what is wrong with it. */
    private static List<Archive.Entry> entries(Path file) throws IOException {
        try {
            return Archive.entries(file);
        } catch (ZipException | EOFException e) {
            return List.of();
        }
    }

    private void entry(Path file, String name, Archive.Entry entry) throws IOException {
        String shown = (name + "!" + entry.name()).replaceFirst("!\\*$", "");
        if (entry.form() == FileForm.MAIL) return;
        if (entry.form() == FileForm.OTHER) skipped.add(shown);
        else add(Source.of(shown, file, entry.name(), entry.form(), entry.size()));
    }

    private void add(Source source) throws IOException {
        Source mapped = source.form() == FileForm.TABLE ? source.mapped(mapping) : source;
        ranked.add(new Ranked(rank(mapped), mapped));
    }

    private int rank(Source source) throws IOException {
        return switch (source.form()) {
            case TABLE -> table(source);
            case CARDS -> 1;
            case CALENDAR -> 3;
            case MAIL, OTHER -> 4;
        };
    }

    /** What is wrong with one that is damaged is told where it is read. */
    private int table(Source source) throws IOException {
        try {
            FileKind kind = kind(source);
            mappable = true;
            return rank(kind);
        } catch (Damaged e) {
            return rank(FileKind.UNKNOWN);
        }
    }

    private static int rank(FileKind kind) {
        return switch (kind) {
            case COMPANIES -> 0;
            case CONTACTS, UNKNOWN -> 1;
            case DEALS, ACTIVITIES, EVENTS -> 2;
        };
    }

    private static FileKind kind(Source source) throws IOException {
        try (SourceFile file = SourceFile.of(source);
                ContactFile table = ContactFile.open(file.path(), source.name(), mapping(source))) {
            return table.kind();
        }
    }

    static Mapping mapping(Source source) {
        return source.mapping().map(Mapping::parse).orElse(Mapping.NONE);
    }
}
