package app.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DuplicatesCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir private Path folder;

    private static final String PEOPLE =
            """
            Ada, Lindqvist, 19700304, 4711 AB, ada.lindqvist@north.example
            Ben, Okafor, 19811224, 2020 CD, okafor@south.example
            Cleo, Marchetti, 19650730, 1180 EF, cleo@west.example
            Dov, Petersen, 19900101, 3344 GH, dpetersen@east.example
            Eva, Castellanos, 19770919, 5566 IJ, eva.c@north.example
            """;

    private static String numbered(String prefix, String rows) {
        StringBuilder text = new StringBuilder();
        List<String> lines = rows.lines().toList();
        for (int i = 0; i < lines.size(); i++)
            text.append(prefix).append(i).append(", ").append(lines.get(i)).append('\n');
        return text.toString();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private record Answer(int code, List<JsonNode> lines) {
        Set<String> likely() {
            return lines.stream()
                    .filter(line -> line.get("probability").asDouble() >= 0.5)
                    .map(line -> line.get("a").asString() + "=" + line.get("b").asString())
                    .collect(Collectors.toSet());
        }
    }

    private static Answer duplicates(Object... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "analyse";
        all[1] = "duplicates";
        for (int i = 0; i < arguments.length; i++) all[i + 2] = arguments[i].toString();
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, false, StandardCharsets.UTF_8));
        try {
            int code = Main.run(all);
            System.out.flush();
            List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
            return new Answer(
                    code, code == 0 ? lines.stream().map(JSON::readTree).toList() : List.of());
        } finally {
            System.setOut(before);
        }
    }

    @Test
    void two_files_are_one_population_and_a_header_is_no_person() throws IOException {
        String header = "id, given, surname, born, postcode, mail\n";
        Path first = file("a.csv", header + numbered("a", PEOPLE));
        Path second = file("b.csv", header + numbered("b", PEOPLE.replace("Okafor", "Okafr")));
        assertThat(duplicates(first, second).likely())
                .containsExactlyInAnyOrder("a0=b0", "a1=b1", "a2=b2", "a3=b3", "a4=b4");
    }

    @Test
    void a_file_without_a_header_loses_no_row() throws IOException {
        Path file = file("all.csv", numbered("", PEOPLE + PEOPLE));
        assertThat(duplicates(file).likely())
                .containsExactlyInAnyOrder("0=5", "1=6", "2=7", "3=8", "4=9");
    }

    @Test
    void only_the_columns_asked_for_are_evidence() throws IOException {
        Path file = file("all.csv", "id,name,note\n1,Ada,x\n2,Ben,y\n3,Cleo,x\n4,Dov,z\n");
        assertThat(duplicates("--columns", "name", file).lines()).isEmpty();
        assertThat(duplicates("--columns", "nme", file).code()).isEqualTo(1);
    }

    private static final Set<String> ALL = Set.of("a0=b0", "a1=b1", "a2=b2", "a3=b3", "a4=b4");

    @Test
    void files_with_columns_in_another_order_and_of_other_words_are_one_population()
            throws IOException {
        Path first =
                file("a.csv", "id, given, surname, born, postcode, mail\n" + numbered("a", PEOPLE));
        String turned =
                PEOPLE.lines()
                        .map(line -> line.split(", "))
                        .map(c -> String.join(";", c[4], "x" + c[3], c[1], c[0], c[2], c[3]))
                        .collect(Collectors.joining("\n"));
        Path second =
                file(
                        "b.csv",
                        "Nr;E-Mail;Konto;Nachname;Vorname;born;postcode\n"
                                + numbered("b", turned).replace(", ", ";"));
        assertThat(duplicates(first, second).likely()).isEqualTo(ALL);
        assertThat(duplicates("--columns", "mail,born", first, second).likely()).isEqualTo(ALL);
    }

    @Test
    void letters_of_the_west_and_of_spreadsheets_are_read() throws IOException {
        String rows = "id,name,town\nmü1,Jörg Müller,Köln\nmü2,Åse Bjørndal,Tromsø\n";
        String others = rows.replace("mü", "ñ");
        Path latin = folder.resolve("latin.csv");
        Files.writeString(latin, rows, StandardCharsets.ISO_8859_1);
        Path wide = folder.resolve("wide.csv");
        Files.writeString(wide, "\ufeff" + others.replace(",", "\t"), StandardCharsets.UTF_16LE);
        assertThat(duplicates(latin, wide).lines())
                .extracting(line -> line.get("a").asString() + "=" + line.get("b").asString())
                .contains("mü1=ñ1", "mü2=ñ2");
    }

    @Test
    void a_quote_that_nobody_closes_swallows_no_row() throws IOException {
        String rows = numbered("a", PEOPLE).replace("a1, Ben", "a1, \"Ben");
        Path file =
                file(
                        "all.csv",
                        "id, given, surname, born, postcode, mail\n"
                                + rows
                                + rows.replace("a", "b"));
        assertThat(duplicates(file).likely()).contains("a0=b0", "a2=b2", "a3=b3", "a4=b4");
    }

    @Test
    void a_column_asked_for_by_a_foreign_word_is_a_header() throws IOException {
        Path file = file("all.csv", "kód,jméno,město\nx,Ada,Brno\ny,Ada,Brno\nz,Ben,Zlín\n");
        assertThat(duplicates("--columns", "jméno,město", file).code()).isZero();
        assertThat(duplicates("--columns", "jméno,město", file).lines())
                .noneMatch(line -> line.toString().contains("kód"));
    }

    @Test
    void the_id_is_no_evidence_also_when_it_is_named() throws IOException {
        Path file = file("all.csv", "id,name\n1,Ada\n2,Ben\n3,Cleo\n");
        assertThat(duplicates("--columns", "id", file).lines()).isEmpty();
    }

    @Test
    void files_with_nothing_in_them_have_no_pairs() throws IOException {
        for (String text : List.of("", "\n\n", "id,name\n", "id\n1\n2\n", "id,name\n1,Ada\n"))
            assertThat(duplicates("--columns", "name", file("some.csv", text)).lines())
                    .as(text)
                    .isEmpty();
    }

    @Test
    void a_file_that_is_not_there_is_said() {
        assertThat(duplicates(folder.resolve("none.csv")).code()).isEqualTo(1);
    }

    @Test
    void real_test_data_is_found_without_its_truth() throws IOException {
        String data = System.getenv("RAPPORT_TEST_DATA");
        Path febrl = Path.of(data == null ? "" : data, "dedupe", "febrl1.csv");
        Assumptions.assumeTrue(Files.exists(febrl), "no real data here");
        assertThat(duplicates(febrl).likely())
                .hasSizeBetween(490, 510)
                .allMatch(pair -> person(pair, 0).equals(person(pair, 1)));
    }

    private static String person(String pair, int side) {
        return pair.split("=")[side].replaceFirst("-(org|dup-\\d)$", "");
    }
}
