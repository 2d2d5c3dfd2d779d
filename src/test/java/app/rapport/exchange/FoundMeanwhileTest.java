package app.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.database.CurrentWorkspace;
import app.rapport.kernel.ImportId;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Search words are made beside an import of contacts, not after it; and nobody's are missed. */
class FoundMeanwhileTest {
    private static final int BATCH = 2_000;
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

    @BeforeEach
    void freshWorkspace() {
        in.fresh();
    }

    private static Path people(int many) {
        return in.file(
                "many.csv",
                IntStream.range(0, many)
                        .mapToObj("Ida Holm%1$d,ida%1$d@cut.example%n"::formatted)
                        .collect(Collectors.joining("", "Name,Email\n", "")));
    }

    private static long findable() {
        return Long.parseLong(
                in.ask("SELECT count(*) FROM contact_search WHERE workspace_id = :workspace")
                        .getFirst());
    }

    @Test
    void who_is_stored_is_found_while_the_import_goes_on() {
        List<Long> after = new ArrayList<>();
        CurrentWorkspace.run(
                in.viewer().workspace(),
                () -> {
                    FileImport files = in.bean(FileImport.class);
                    ImportId id = begun(files, people(BATCH + 100));
                    files.run(
                            in.viewer(),
                            id,
                            _ -> {
                                in.bean(People.class).awaitSearch(id);
                                after.add(findable());
                            });
                });
        assertThat(after).containsExactly(2_000L, 2_100L);
    }

    @Test
    void everybody_is_found_whose_words_were_lost_when_the_power_went() {
        ImportId cut = in.cutShort(people(BATCH + 100));
        in.bean(People.class).awaitSearch(cut);
        in.change("DELETE FROM contact_search WHERE workspace_id = :workspace");

        in.goOn(cut);

        assertThat(findable()).isEqualTo(2_100);
    }

    @Test
    void whose_company_gets_another_name_is_found_by_it() {
        in.bring("companies.csv", "Company,Website\nCut Dairy,https://cut.example\n");
        in.bring("people.csv", "Name,Email,Company\nIda Holm,ida@cut.example,Cut Dairy\n");

        in.bring("renamed.csv", "Company,Website\nSlice Creamery,https://cut.example\n");

        assertThat(found("creamery")).containsExactly("Ida Holm");
    }

    @Test
    void what_is_only_tried_out_is_not_found() {
        in.tryOut(people(BATCH + 100));
        in.bean(People.class).awaitSearch(ImportId.next());
        assertThat(findable()).isZero();
    }

    private static List<String> found(String typed) {
        return CurrentWorkspace.call(
                in.viewer().workspace(),
                () ->
                        in.bean(People.class).search(in.viewer(), typed, 10).stream()
                                .map(PersonCard::name)
                                .toList());
    }

    private static ImportId begun(FileImport files, Path file) {
        try {
            return files.begin(in.viewer(), List.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
