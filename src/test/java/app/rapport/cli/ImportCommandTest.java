package app.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code bin/rapport import} as scripts use it. */
class ImportCommandTest {
    @TempDir Path data;
    @TempDir Path files;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(files.resolve(name), content);
    }

    private record Said(int code, String error) {}

    private static Said told(String... arguments) {
        PrintStream before = System.err;
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            return new Said(Main.run(arguments), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(before);
        }
    }

    @Test
    void a_mapping_that_cannot_be_read_is_wrong_use_and_says_why() throws IOException {
        String people = file("people.csv", "Who,Where\nMarta,m@q.example\n").toString();

        Said broken = told("import", people, "--mapping", file("m.json", "{columns").toString());
        assertThat(broken.code()).isEqualTo(2);
        assertThat(broken.error()).contains("m.json: The mapping is no JSON");

        Said unknown =
                told(
                        "import",
                        people,
                        "--mapping",
                        file("n.json", "{\"columns\":{\"Who\":\"shoe\"}}").toString());
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.error()).contains("There is no field \"shoe\"; there are ");

        Said none = told("import", people, "--mapping", files.resolve("none.json").toString());
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.error()).contains("there is no file");
    }

    @Test
    void a_day_that_is_none_is_wrong_use_and_starts_nothing() {
        Said told = told("today", "--at", "nonsense", "--data", data.toString());
        assertThat(told.code()).isEqualTo(2);
        assertThat(told.error()).contains("2001-05-29");
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void a_dry_run_prints_the_report_of_the_import_and_stores_nothing() throws IOException {
        String people =
                file(
                                "people.csv",
                                "Who,Where,Firm\nMarta Vesely,m@q.example,Quillbrook\n,,\n,,Quillbrook\n")
                        .toString();
        String mapping =
                file(
                                "m.json",
                                "{\"columns\":{\"Who\":\"name\",\"Where\":\"mail\",\"Firm\":\"notes\"},\"kind\":\"contacts\"}")
                        .toString();
        SetUpFolder.copyInto(data);

        JsonNode tried = report("import", people, "--mapping", mapping, "--dry-run", "--json");
        JsonNode done = report("import", people, "--mapping", mapping, "--json");

        assertThat(tried.propertyNames())
                .containsExactly(
                        "read",
                        "stored",
                        "alreadyKnown",
                        "setAside",
                        "setAsideItems",
                        "skippedFiles",
                        "contacts",
                        "accounts");
        assertThat(tried.path("contacts").propertyNames()).containsExactly("created", "updated");
        assertThat(tried.path("accounts").propertyNames()).containsExactly("created", "updated");
        assertThat(tried.at("/setAsideItems/0").propertyNames())
                .containsExactly("source", "position", "reason");
        assertThat(tried.at("/setAsideItems/0/position").asString()).isEqualTo("row 4");
        assertThat(tried.path("skippedFiles").isArray()).isTrue();
        assertThat(tried.path("read").asInt()).isEqualTo(2);
        assertThat(done).isEqualTo(tried);
        assertThat(done.at("/contacts/created").asInt()).isEqualTo(1);
    }

    private JsonNode report(String... arguments) throws IOException {
        try (RapportProcess run = RapportProcess.started(data, arguments)) {
            assertThat(run.exitCode()).as(run.err()).isZero();
            return JsonMapper.builder().build().readTree(run.out());
        }
    }
}
