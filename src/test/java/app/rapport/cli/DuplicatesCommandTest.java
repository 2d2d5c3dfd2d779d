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
