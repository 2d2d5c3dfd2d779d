package app.rapport.exchange;

import app.rapport.exchange.contacts.Column;
import app.rapport.exchange.contacts.ContactFile;
import app.rapport.exchange.contacts.Field;
import app.rapport.exchange.contacts.FileKind;
import app.rapport.exchange.contacts.Item;
import app.rapport.exchange.contacts.Mapping;
import app.rapport.exchange.model.Damaged;
import app.rapport.exchange.model.FileForm;
import app.rapport.exchange.model.Progress;
import app.rapport.exchange.model.Source;
import app.rapport.exchange.store.ImportFiles;
import app.rapport.exchange.store.Imports;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the tables of an import are taken for, and what a person says instead. */
@Service
public class TableMappings {
    private static final int FIRST = 10;

    private final Imports imports;
    private final ImportFiles files;

    TableMappings(Imports imports, ImportFiles files) {
        this.imports = imports;
        this.files = files;
    }

    /**
     * A table as it would be read.
     *
     * @param ordinal by which to speak of it
     * @param layout the program that wrote it, as far as its headers tell
     * @param guesses its columns before anybody said anything of them
     * @param preview up to ten real rows, a cell for each column
     * @param first what these rows would become
     */
    public record Table(
            int ordinal,
            String name,
            FileKind kind,
            Optional<String> layout,
            char delimiter,
            boolean header,
            List<Column> columns,
            List<Column> guesses,
            List<List<String>> preview,
            List<Item> first) {}

    /**
     * What somebody sees a table as.
     *
     * @param columns a field for each column as it was shown
     */
    public record Choice(FileKind kind, boolean header, char delimiter, List<Field> columns) {
        public Choice {
            columns = List.copyOf(columns);
        }
    }

    /** The tables of an import that waits for its mapping; none where it does not wait. */
    public List<Table> waiting(Viewer viewer, ImportId id) throws IOException {
        List<Table> tables = new ArrayList<>();
        for (Source source : sources(viewer, id)) {
            try {
                tables.add(read(source));
            } catch (Damaged e) {
                // nothing of it can be shown; it is set aside with a sentence when it is read
            }
        }
        return tables;
    }

    private List<Source> sources(Viewer viewer, ImportId id) {
        boolean waits =
                imports.progress(viewer, id)
                        .filter(progress -> progress.state() == Progress.State.MAPPING)
                        .isPresent();
        if (!waits) return List.of();
        return files.open(viewer, id).stream()
                .filter(source -> source.form() == FileForm.TABLE)
                .toList();
    }

    /**
     * Notes what somebody sees a table as, so that they can leave and come back; only what differs
     * from the guess counts as said. Columns that stood there before the rows were cut another way
     * mean nothing any more.
     */
    public void choose(Viewer viewer, ImportId id, int ordinal, Choice choice) throws IOException {
        for (Source source : sources(viewer, id)) {
            if (source.ordinal() != ordinal) continue;
            try (SourceFile file = SourceFile.of(source)) {
                Mapping said = said(file, source, choice);
                files.map(viewer, id, ordinal, said.json());
            }
        }
    }

    private static Mapping said(SourceFile file, Source source, Choice choice) throws IOException {
        Mapping before = SourceFinder.mapping(source);
        Mapping shape = shape(file, source, choice);
        boolean cut =
                !shape.delimiter().equals(before.delimiter())
                        || !shape.header().equals(before.header());
        if (cut) return shape;
        if (!shape.kind().equals(before.kind())) return shape.with(before.columns());
        Map<String, Field> columns = new LinkedHashMap<>();
        for (Column guess : columns(file, source, shape)) {
            if (guess.index() >= choice.columns().size()) break;
            Field field = choice.columns().get(guess.index());
            if (field != guess.field()) columns.put(String.valueOf(guess.index() + 1), field);
        }
        return shape.with(columns);
    }

    private static Mapping shape(SourceFile file, Source source, Choice choice) throws IOException {
        Mapping cut = Mapping.NONE;
        try (ContactFile plain = ContactFile.open(file.path(), source.name(), Mapping.NONE)) {
            if (plain.delimiter() != choice.delimiter()) cut = cut.separated(choice.delimiter());
        }
        try (ContactFile table = ContactFile.open(file.path(), source.name(), cut)) {
            if (table.header() != choice.header()) cut = cut.headed(choice.header());
        }
        try (ContactFile table = ContactFile.open(file.path(), source.name(), cut)) {
            return table.kind() == choice.kind() ? cut : cut.of(choice.kind());
        }
    }

    private static List<Column> columns(SourceFile file, Source source, Mapping mapping)
            throws IOException {
        try (ContactFile table = ContactFile.open(file.path(), source.name(), mapping)) {
            return table.columns();
        }
    }

    private static Table read(Source source) throws IOException {
        Mapping said = SourceFinder.mapping(source);
        try (SourceFile file = SourceFile.of(source);
                ContactFile table = ContactFile.open(file.path(), source.name(), said)) {
            return new Table(
                    source.ordinal(),
                    source.name(),
                    table.kind(),
                    table.layout(),
                    table.delimiter(),
                    table.header(),
                    table.columns(),
                    columns(file, source, said.with(Map.of())),
                    table.preview(),
                    first(table));
        }
    }

    private static List<Item> first(ContactFile table) throws IOException {
        List<Item> items = new ArrayList<>();
        for (Optional<Item> item = table.next();
                item.isPresent() && items.size() < FIRST;
                item = table.next()) items.add(item.get());
        return items;
    }

    /** Notes what was said; false when the import does not wait. {@link ImportJobs} runs it. */
    @Transactional
    boolean confirm(Viewer viewer, ImportId id, Map<Integer, String> mappings) {
        mappings.values().forEach(Mapping::parse);
        if (!imports.start(viewer, id)) return false;
        mappings.forEach((ordinal, mapping) -> files.map(viewer, id, ordinal, mapping));
        return true;
    }
}
