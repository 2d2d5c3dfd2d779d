package app.rapport.exchange.store;

import app.rapport.exchange.model.FileForm;
import app.rapport.exchange.model.Reached;
import app.rapport.exchange.model.Source;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import java.nio.file.Path;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files of imports, and how far each is read. */
@Repository
public class ImportFiles {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ImportFiles(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.batches = new JdbcTemplate(dataSource);
    }

    void insert(Viewer viewer, ImportId id, List<Source> sources) {
        List<Object[]> rows = new ArrayList<>();
        for (Source source : sources) {
            rows.add(
                    new Object[] {
                        viewer.workspace().value(),
                        id.value(),
                        source.ordinal(),
                        source.name(),
                        source.path().toString(),
                        source.size(),
                        source.form().word(),
                        source.entry(),
                        source.mapping().orElse(null)
                    });
        }
        batches.batchUpdate(
                """
                INSERT INTO import_file (workspace_id, import_id, ordinal, source, path, size, form, entry, mapping)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                """,
                rows,
                new int[] {
                    Types.OTHER,
                    Types.OTHER,
                    Types.INTEGER,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.BIGINT,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.VARCHAR
                });
    }

    /** What a person said of the columns of one table. */
    public void map(Viewer viewer, ImportId id, int ordinal, String mapping) {
        jdbc.sql(
                        """
                        UPDATE import_file SET mapping = :mapping::jsonb
                        WHERE workspace_id = :workspace AND import_id = :id AND ordinal = :ordinal
                        """)
                .param("mapping", mapping)
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .param("ordinal", ordinal)
                .update();
    }

    /** Files still to read, in order. */
    public List<Source> open(Viewer viewer, ImportId id) {
        return all(viewer, id).stream().filter(source -> !source.finished()).toList();
    }

    public List<Source> all(Viewer viewer, ImportId id) {
        return jdbc.sql(
                        "SELECT * FROM import_file WHERE workspace_id = :workspace AND import_id = :id ORDER BY ordinal")
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .query((row, _) ->
                        new Source(
                                row.getInt("ordinal"),
                                row.getString("source"),
                                Path.of(row.getString("path")),
                                row.getString("entry"),
                                FileForm.of(row.getString("form")),
                                row.getLong("size"),
                                row.getLong("read_to"),
                                row.getBoolean("finished"),
                                Optional.ofNullable(row.getString("mapping"))))
                .list();
    }

    /** Notes how far each of these is read. */
    void reached(Viewer viewer, ImportId id, List<Reached> files) {
        jdbc.sql(
                        """
                        UPDATE import_file f SET read_to = r.read_to, finished = r.finished
                        FROM unnest(:ordinals::int[], :counts::bigint[], :finished::boolean[]) AS r (ordinal, read_to, finished)
                        WHERE f.workspace_id = :workspace AND f.import_id = :id AND f.ordinal = r.ordinal
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .param(
                        "ordinals",
                        files.stream().map(file -> file.source().ordinal()).toArray(Integer[]::new))
                .param("counts", files.stream().map(Reached::items).toArray(Long[]::new))
                .param("finished", files.stream().map(Reached::finished).toArray(Boolean[]::new))
                .update();
    }
}
