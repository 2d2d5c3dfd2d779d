package app.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.database.CurrentWorkspace;
import app.rapport.exchange.TableMappings.Choice;
import app.rapport.exchange.TableMappings.Table;
import app.rapport.exchange.contacts.Column;
import app.rapport.exchange.contacts.Field;
import app.rapport.exchange.contacts.FileKind;
import app.rapport.exchange.contacts.Item;
import app.rapport.exchange.model.AsideItem;
import app.rapport.exchange.model.AsideKind;
import app.rapport.exchange.model.Progress;
import app.rapport.exchange.model.Report;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that wait for a look at their columns, and what is set aside of them. */
class MappingChoiceTest {
    private static final String ROWS =
            """
            First Name,Last Name,E-mail,Where met
            Bea,Thornycroft,bea@quillbrook.example,Fair in Leeds
            Luis,Ortega,luis@fernwick.example,
            ,,,A man with a red scarf
            """;

    @TempDir static Path folder;
    private static Bringing bringing;
    private Viewer viewer;

    @BeforeAll
    static void start() {
        bringing = new Bringing(folder);
    }

    @AfterAll
    static void stop() {
        bringing.close();
    }

    @BeforeEach
    void fresh() {
        viewer = bringing.fresh();
    }

    @Test
    void a_chosen_column_is_kept_and_shows_how_the_rows_would_read() {
        ImportId id = waiting(ROWS);
        Table guessed = table(id);
        assertThat(field(guessed, 3)).isEqualTo(Field.EXTRA);
        choose(id, with(guessed, 3, Field.NOTES));
        Table chosen = table(id);
        assertThat(field(chosen, 3)).isEqualTo(Field.NOTES);
        assertThat(chosen.guesses().get(3).field()).isEqualTo(Field.EXTRA);
        assertThat(chosen.first().getFirst())
                .isInstanceOfSatisfying(
                        Item.Contact.class,
                        contact ->
                                assertThat(contact.told().draft().notes())
                                        .isEqualTo("Fair in Leeds"));
        assertThat(chosen.first().getLast()).isInstanceOf(Item.SetAside.class);
    }

    @Test
    void columns_that_were_cut_another_way_mean_nothing_any_more() {
        ImportId id = waiting(ROWS);
        choose(id, with(table(id), 3, Field.NOTES));
        choose(id, new Choice(FileKind.CONTACTS, true, ';', List.of(Field.NOTES)));
        assertThat(table(id).columns()).hasSize(1);
        Table one = table(id);
        choose(id, new Choice(one.kind(), true, ',', List.of(Field.NOTES)));
        assertThat(fields(table(id))).containsExactlyElementsOf(fields(table(waiting(ROWS))));
    }

    @Test
    void checking_first_counts_as_the_import_does_and_stores_nothing() {
        ImportId id = waiting(ROWS);
        Report report =
                here(() -> bringing.bean(FileImport.class).rehearse(viewer, id)).orElseThrow();
        assertThat(report.read()).isEqualTo(3);
        assertThat(report.stored()).isEqualTo(2);
        assertThat(report.setAside()).isEqualTo(1);
        assertThat(report.contacts().created()).isEqualTo(2);
        assertThat(bringing.everything()).isEmpty();
        assertThat(here(() -> records().progress(viewer, id)).orElseThrow().state())
                .isEqualTo(Progress.State.MAPPING);
    }

    @Test
    void rows_that_were_set_aside_come_out_as_a_table_that_can_be_mended_and_put_in_again() {
        Bringing.Brought brought = bringing.bring(bringing.file("met.csv", ROWS));
        AsideItem aside = here(() -> records().aside(viewer, brought.id(), -1, 10)).getFirst();
        assertThat(here(() -> records().says(viewer, List.of(aside))))
                .containsExactly("A man with a red scarf");
        assertThat(aside.why()).isEqualTo("No name, no address, no phone: nobody to store.");
        assertThat(aside.whatToDo()).isEqualTo("Fill in one of them, or leave the row out.");
        assertThat(here(() -> records().asideKinds(viewer, brought.id())))
                .isEqualTo(Map.of(AsideKind.ROWS, 1L));
        String file =
                here(() -> {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    records().write(viewer, brought.id(), AsideKind.ROWS, Optional.empty(), out);
                    return out.toString(StandardCharsets.UTF_8);
                });
        assertThat(file)
                .isEqualToNormalizingNewlines(
                        "\ufeffFirst Name,Last Name,E-mail,Where met\n,,,A man with a red scarf\n");
        Report again =
                bringing.bring("mended.csv", file.replace(",,,A man", "Tam,Redscarf,,A man"));
        assertThat(again.contacts().created()).isEqualTo(1);
    }

    @Test
    void nobody_else_sees_an_import_or_says_what_its_columns_are() {
        ImportId id = waiting(ROWS);
        Viewer other = bringing.fresh();
        assertThat(here(() -> bringing.bean(TableMappings.class).waiting(other, id))).isEmpty();
        assertThat(here(() -> records().progress(other, id))).isEmpty();
        assertThat(here(() -> bringing.bean(FileImport.class).rehearse(other, id))).isEmpty();
    }

    private ImportRecords records() {
        return bringing.bean(ImportRecords.class);
    }

    private ImportId waiting(String rows) {
        Path file = bringing.file("met.csv", rows);
        return here(() ->
                bringing.bean(FileImport.class)
                        .begin(viewer, List.of(file), Optional.empty(), true));
    }

    private Table table(ImportId id) {
        return here(() -> bringing.bean(TableMappings.class).waiting(viewer, id)).getFirst();
    }

    private void choose(ImportId id, Choice choice) {
        here(() -> {
            bringing.bean(TableMappings.class).choose(viewer, id, 0, choice);
            return true;
        });
    }

    private static Choice with(Table table, int column, Field field) {
        List<Field> fields = new ArrayList<>(fields(table));
        fields.set(column, field);
        return new Choice(table.kind(), table.header(), table.delimiter(), fields);
    }

    private static List<Field> fields(Table table) {
        return table.columns().stream().map(Column::field).toList();
    }

    private static Field field(Table table, int column) {
        return table.columns().get(column).field();
    }

    private <T> T here(Callable<T> ask) {
        return CurrentWorkspace.call(
                bringing.viewer().workspace(),
                () -> {
                    try {
                        return ask.call();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
    }
}
