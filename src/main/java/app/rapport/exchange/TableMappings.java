package app.rapport.exchange;

import app.rapport.exchange.contacts.Column;
import app.rapport.exchange.contacts.ContactFile;
import app.rapport.exchange.contacts.FileKind;
import app.rapport.exchange.contacts.Mapping;
import app.rapport.exchange.model.FileForm;
import app.rapport.exchange.model.Progress;
import app.rapport.exchange.model.Source;
import app.rapport.exchange.store.Imports;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the tables of an import are taken for, and what a person says instead. */
@Service
public class TableMappings {
    private final Imports imports;

    TableMappings(Imports imports) {
        this.imports = imports;
    }

    /**
     * A table as it would be read.
     *
     * @param ordinal by which to speak of it
     * @param layout the program that wrote it, as far as its headers tell
     * @param preview up to ten real rows, a cell for each column
     */
    public record Table(
            int ordinal,
            String name,
            FileKind kind,
            Optional<String> layout,
            char delimiter,
            boolean header,
            List<Column> columns,
            List<List<String>> preview) {}

    /** The tables of an import that waits for its mapping; none where it does not wait. */
    public List<Table> waiting(Viewer viewer, ImportId id) throws IOException {
        List<Table> tables = new ArrayList<>();
        for (Source source : sources(viewer, id)) tables.add(read(source));
        return tables;
    }

    /**
     * One table as it would be read by that mapping, before anybody confirms it.
     *
     * @throws Mapping.Unclear when the mapping cannot be understood
     */
    public Optional<Table> tried(Viewer viewer, ImportId id, int ordinal, String mapping)
            throws IOException {
        for (Source source : sources(viewer, id))
            if (source.ordinal() == ordinal)
                return Optional.of(read(source.mapped(Optional.of(mapping))));
        return Optional.empty();
    }

    private List<Source> sources(Viewer viewer, ImportId id) {
        boolean waits =
                imports.progress(viewer, id)
                        .filter(progress -> progress.state() == Progress.State.MAPPING)
                        .isPresent();
        if (!waits) return List.of();
        return imports.open(viewer, id).stream()
                .filter(source -> source.form() == FileForm.TABLE)
                .toList();
    }

    private static Table read(Source source) throws IOException {
        try (SourceFile file = SourceFile.of(source);
                ContactFile table =
                        ContactFile.open(
                                file.path(), source.name(), SourceFinder.mapping(source))) {
            return new Table(
                    source.ordinal(),
                    source.name(),
                    table.kind(),
                    table.layout(),
                    table.delimiter(),
                    table.header(),
                    table.columns(),
                    table.preview());
        }
    }

    /** Notes what was said; false when the import does not wait. {@link ImportJobs} runs it. */
    @Transactional
    boolean confirm(Viewer viewer, ImportId id, Map<Integer, String> mappings) {
        mappings.values().forEach(Mapping::parse);
        if (!imports.start(viewer, id)) return false;
        mappings.forEach((ordinal, mapping) -> imports.map(viewer, id, ordinal, mapping));
        return true;
    }
}
