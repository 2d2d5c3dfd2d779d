package app.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.exchange.MadeMailbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class NegotiationCommandTest {
    @TempDir private Path folder;

    private static final String DOMAIN =
            """
            <utility_space><objective><issue index="1" name="Pie" vtype="discrete">
            <item value="all"/><item value="half"/><item value="none"/></issue></objective></utility_space>
            """;

    private static String profile(int all, int half, int none, String reservation) {
        return """
        <utility_space><objective><issue index="1" name="Pie" vtype="discrete">
        <item value="all" evaluation="%d"/><item value="half" evaluation="%d"/><item value="none" evaluation="%d"/>
        </issue><weight index="1" value="1"/></objective>%s</utility_space>
        """
                .formatted(all, half, none, reservation);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private record Answer(int code, List<JsonNode> lines) {}

    private static Answer analyse(Object... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "analyse";
        for (int i = 0; i < arguments.length; i++) all[i + 1] = arguments[i].toString();
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, false, StandardCharsets.UTF_8));
        try {
            int code = Main.run(all);
            System.out.flush();
            return new Answer(
                    code,
                    out.toString(StandardCharsets.UTF_8)
                            .lines()
                            .map(JsonLine.JSON::readTree)
                            .toList());
        } finally {
            System.setOut(before);
        }
    }

    private void scenario() throws IOException {
        file("pie.xml", DOMAIN);
        file("us.xml", profile(10, 6, 0, "<reservation value=\"0.5\"/>"));
        file("them.xml", profile(0, 5, 10, "<reservation value=\"0.2\"/>"));
    }

    @Test
    void a_batch_gives_one_line_for_each_row_in_order_also_where_one_cannot_be_read()
            throws IOException {
        scenario();
        Path batch =
                file(
                        "all.csv",
                        "ours,theirs,domain\nus.xml,them.xml,pie.xml\nus.xml,no.xml,pie.xml\nthem.xml,us.xml,pie.xml\n");
        Answer answer = analyse("negotiation", "--batch", batch);
        assertThat(answer.code()).isZero();
        assertThat(answer.lines())
                .extracting(line -> line.get("row").asInt())
                .containsExactly(1, 2, 3);
        JsonNode first = answer.lines().getFirst();
        assertThat(first.propertyNames())
                .containsExactly(
                        "row",
                        "outcomes",
                        "frontier",
                        "nash",
                        "kalaiSmorodinsky",
                        "utilitarian",
                        "egalitarian",
                        "aboveReservation",
                        "zoneEmpty",
                        "exact",
                        "millis",
                        "error");
        assertThat(first.get("frontier")).hasSize(3);
        assertThat(first.get("nash"))
                .hasToString("{\"outcome\":{\"Pie\":\"half\"},\"ours\":0.6,\"theirs\":0.5}");
        assertThat(first.get("aboveReservation").get("egalitarian").get("ours").asDouble())
                .isEqualTo(0.6);
        assertThat(first.get("error").isNull()).isTrue();
        assertThat(answer.lines().get(1).get("error").asString()).contains("there is no file");
        assertThat(answer.lines().get(2).get("nash").get("ours").asDouble()).isEqualTo(0.5);
    }

    @Test
    void a_file_of_ours_is_analysed_and_says_where_it_guesses() throws IOException {
        Path json =
                file(
                        "deal.json",
                        """
                        {"issues": [{"name": "Pie", "options": ["all", "none"]}],
                         "ours": {"scores": {"Pie": {"all": 1, "none": 0}}},
                         "theirs": {"weights": {"Pie": 1}, "scores": {"Pie": {"all": 0}}}}
                        """);
        JsonNode line = analyse("negotiation", "--file", json).lines().getFirst();
        assertThat(line.get("guessed").asBoolean()).isTrue();
        assertThat(line.get("aboveReservation").isNull()).isTrue();
        assertThat(line.get("frontier")).hasSize(2);
    }

    @Test
    void a_batch_of_a_spreadsheet_begins_with_a_mark() throws IOException {
        scenario();
        Path batch = file("all.csv", "\ufeffdomain,ours,theirs\r\npie.xml,us.xml,them.xml\r\n");
        assertThat(
                        analyse("negotiation", "--batch", batch)
                                .lines()
                                .getFirst()
                                .get("error")
                                .isNull())
                .isTrue();
    }

    @Test
    void a_batch_in_another_charset_or_with_a_column_twice_says_so_in_one_sentence()
            throws IOException {
        scenario();
        String rows = "domain,ours,theirs\n\u00e9.xml,us.xml,them.xml\npie.xml,us.xml,them.xml\n";
        Path old = folder.resolve("old.csv");
        Files.write(old, rows.getBytes(StandardCharsets.ISO_8859_1));
        List<JsonNode> lines = analyse("negotiation", "--batch", old).lines();

        assertThat(lines.getFirst().get("error").asString()).isNotEmpty();
        assertThat(lines.get(1).get("error").isNull()).isTrue();
        assertThat(said("negotiation", "--batch", file("twice.csv", "ours,ours,domain\na,b,c\n")))
                .hasLineCount(1);
    }

    @Test
    void a_folder_is_no_file() {
        for (String command : List.of("promises", "asks", "agreements"))
            assertThat(said(command, folder)).endsWith("is a folder, not a file").hasLineCount(1);
        assertThat(said("negotiation", "--batch", folder)).hasLineCount(1);
    }

    private static String said(Object... arguments) {
        PrintStream before = System.err;
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setErr(new PrintStream(err, false, StandardCharsets.UTF_8));
        try {
            assertThat(analyse(arguments).code()).isEqualTo(1);
            System.err.flush();
            return err.toString(StandardCharsets.UTF_8).strip();
        } finally {
            System.setErr(before);
        }
    }

    @Test
    void wrong_use_and_unreadable_files_fail_in_one_sentence() throws IOException {
        scenario();
        assertThat(said("promises", file("list.jsonl", "[1, 2]\n"))).contains("line 1: this is no");
        Path us = folder.resolve("us.xml");
        assertThat(analyse("negotiation").code()).isEqualTo(1);
        assertThat(
                        analyse(
                                        "negotiation",
                                        "--domain",
                                        us,
                                        "--ours",
                                        us,
                                        "--theirs",
                                        us,
                                        "--theirs",
                                        us)
                                .code())
                .isEqualTo(1);
        Answer broken =
                analyse(
                        "negotiation",
                        "--domain",
                        file("b.xml", "<a"),
                        "--ours",
                        us,
                        "--theirs",
                        us);
        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.lines().getFirst().get("error").asString()).startsWith("b.xml, line");
    }

    @Test
    void an_agreement_is_judged_by_all_divisions_there_are() throws IOException {
        Path file =
                file(
                        "agreements.jsonl",
                        """
                        {"id":"good","items":{"food":3,"water":3},"ours":{"food":5,"water":3},"theirs":{"food":3,"water":5},"taken":{"ours":{"food":3,"water":0},"theirs":{"food":0,"water":3}}}
                        {"id":"poor","items":{"food":3,"water":3},"ours":{"food":5,"water":3},"theirs":{"food":3,"water":5},"taken":{"ours":{"food":1,"water":2},"theirs":{"food":2,"water":1}}}
                        {"id":"left","items":{"food":3},"ours":{"food":5},"theirs":{"food":3},"taken":{"ours":{"food":1},"theirs":{"food":1}}}
                        {"id":"much","items":{"food":3},"ours":{"food":5},"theirs":{"food":3},"taken":{"ours":{"food":3},"theirs":{"food":1}}}
                        no json
                        """);
        List<JsonNode> lines = analyse("agreements", file).lines();
        assertThat(lines.getFirst())
                .hasToString(
                        "{\"id\":\"good\",\"ours\":15,\"theirs\":15,\"paretoOptimal\":true,\"jointBest\":30,\"nash\":{\"ours\":15,\"theirs\":15}}");
        assertThat(lines.get(1).get("paretoOptimal").asBoolean()).isFalse();
        assertThat(lines.get(2).get("ours").asInt()).isEqualTo(5);
        assertThat(lines.get(2).get("paretoOptimal").asBoolean()).isFalse();
        assertThat(lines.get(3).get("error").asString()).contains("more food");
        assertThat(lines.get(4).get("error").asString()).startsWith("line 5");
    }

    @Test
    void agreements_of_other_items_with_few_or_no_pieces_are_judged() throws IOException {
        Path file =
                file(
                        "others.jsonl",
                        """
                        {"id":"four","items":{"boat":1,"tent":2,"axe":0,"rope":1},"ours":{"boat":2.5,"tent":0.5,"rope":1},"theirs":{"boat":1,"tent":1.5,"axe":9,"rope":1,"oar":4},"taken":{"ours":{"boat":1},"theirs":{"tent":2,"rope":1,"oar":0}}}
                        {"id":"text","items":{"a":"2"},"ours":{"a":"1.5"},"theirs":{"a":0},"taken":{"ours":{"a":1},"theirs":null}}
                        {"id":"oar","items":{"a":2},"ours":{"a":1},"theirs":{"a":0},"taken":{"ours":{"oar":1}}}
                        {"id":"none","items":{"a":2},"ours":{},"theirs":{"a":0},"taken":{}}
                        {"id":"huge","items":{"a":2},"ours":{"a":1e999},"theirs":{"a":0},"taken":{}}
                        {"id":"zero","items":{"a":0},"ours":{},"theirs":{},"taken":{}}
                        [1]
                        """);
        List<JsonNode> lines = analyse("agreements", file).lines();

        assertThat(lines.getFirst())
                .hasToString(
                        "{\"id\":\"four\",\"ours\":2.5,\"theirs\":4,\"paretoOptimal\":true,\"jointBest\":6.5,\"nash\":{\"ours\":3.5,\"theirs\":3}}");
        assertThat(lines.get(1).get("paretoOptimal").asBoolean()).isFalse();
        assertThat(lines.get(5).get("paretoOptimal").asBoolean()).isTrue();
        assertThat(lines)
                .extracting(line -> line.path("error").asString(""))
                .containsExactly(
                        "",
                        "",
                        "line 3: taken, ours: there is no oar",
                        "line 4: ours: no points for a",
                        "line 5: ours: no points for a",
                        "",
                        "line 7: there are no items");
    }

    @Test
    void what_is_beyond_all_bargaining_is_refused_in_a_line_and_the_next_one_is_read()
            throws IOException {
        String many =
                IntStream.range(0, 3_000)
                        .mapToObj(i -> "\"k" + i + "\":1")
                        .collect(Collectors.joining(",", "{", "}"));
        String pieces =
                IntStream.range(0, 20)
                        .mapToObj(i -> "\"k" + i + "\":90000")
                        .collect(Collectors.joining(",", "{", "}"));
        String row = "{\"id\":\"%s\",\"items\":%s,\"ours\":%2$s,\"theirs\":%2$s,\"taken\":{}}\n";
        Path file =
                file(
                        "huge.jsonl",
                        row.formatted("kinds", many)
                                + row.formatted("pieces", pieces)
                                + "{\"id\":\""
                                + "x".repeat(JsonLines.LONGEST)
                                + "\"}\n"
                                + row.formatted("one", "{\"a\":1}"));
        assertThat(analyse("agreements", file).lines())
                .extracting(line -> line.path("error").asString())
                .containsExactly(
                        "line 1: more than 1,000 kinds of items",
                        "line 2: more than 1,000,000 pieces in all",
                        "line 3: " + JsonLines.TOO_LONG,
                        "");
    }

    @Test
    void a_domain_of_ten_million_options_is_refused_in_its_row() throws IOException {
        scenario();
        String issue =
                "<issue index=\"%d\" name=\"n%1$d\" vtype=\"integer\" lowerbound=\"0\" upperbound=\"9999\"/>";
        String wide =
                IntStream.range(0, 1_000).mapToObj(issue::formatted).collect(Collectors.joining());
        String many =
                IntStream.range(0, 2_000)
                        .mapToObj(issue.replace("9999", "0")::formatted)
                        .collect(Collectors.joining());
        file("wide.xml", integers(wide));
        file("many.xml", integers(many));
        Path batch =
                file(
                        "all.csv",
                        "ours,theirs,domain\nus.xml,them.xml,wide.xml\nus.xml,them.xml,many.xml\nus.xml,them.xml,pie.xml\n");
        assertThat(analyse("negotiation", "--batch", batch).lines())
                .extracting(line -> line.path("error").asString(""))
                .containsExactly(
                        "wide.xml: more than 1,000,000 options in all",
                        "many.xml: more than 1,000 issues",
                        "");
    }

    private static String integers(String issues) {
        return "<utility_space><objective>" + issues + "</objective></utility_space>";
    }

    @Test
    void a_mailbox_of_outlook_gives_a_line_for_each_mail_and_a_damaged_one_none()
            throws IOException {
        Path whole = Files.write(folder.resolve("whole.pst"), MadeMailbox.bytes());
        Path none = file("none.pst", "this is none");
        Answer answer = analyse("mail", whole, none);
        assertThat(answer.code()).isZero();
        assertThat(answer.lines())
                .hasSize(5)
                .allMatch(line -> line.get("subject").asString().startsWith("Angebot"));
    }
}
