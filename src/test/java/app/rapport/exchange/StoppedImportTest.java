package app.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.database.CurrentWorkspace;
import app.rapport.exchange.model.Progress.State;
import app.rapport.exchange.store.Imports;
import app.rapport.kernel.ImportId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import whose program was killed does not seem to run for ever. */
class StoppedImportTest {
    @TempDir static Path folder;
    private static Bringing in;

    @BeforeAll
    static void start() {
        in = new Bringing(folder);
    }

    @AfterAll
    static void end() {
        in.close();
    }

    @Test
    void an_import_whose_program_ended_is_stopped_until_it_goes_on() {
        ImportId cut = in.cutShort(in.file("cut.csv", "Name,Email\nIda Holm,ida@cut.example\n"));
        assertThat(state(cut)).isEqualTo(State.STOPPED);
        in.goOn(cut);
        assertThat(state(cut)).isEqualTo(State.DONE);
    }

    @Test
    void what_one_program_reads_runs_and_is_left_alone_by_another() {
        Path file = in.file("two.csv", "Name,Email\nIda Holm,ida@two.example\n");
        List<State> seen = new ArrayList<>();
        CurrentWorkspace.run(
                in.viewer().workspace(),
                () -> {
                    FileImport files = in.bean(FileImport.class);
                    ImportId id = begun(files, file);
                    files.run(
                            in.viewer(),
                            id,
                            progress -> {
                                seen.add(progress.state());
                                files.run(in.viewer(), id, _ -> seen.add(State.FAILED));
                            });
                });
        assertThat(seen).containsExactly(State.RUNNING);
    }

    private static ImportId begun(FileImport files, Path file) {
        try {
            return files.begin(in.viewer(), List.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static State state(ImportId id) {
        return CurrentWorkspace.call(
                in.viewer().workspace(),
                () -> in.bean(Imports.class).progress(in.viewer(), id).orElseThrow().state());
    }
}
