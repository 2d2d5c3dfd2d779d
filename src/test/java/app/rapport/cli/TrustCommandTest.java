package app.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustCommandTest {
    private static final String ROWS = "ann,ben,3,1000\nben,ann,-2,1000\ncy,ann,5,1000.7\n";

    @TempDir private Path folder;

    private record Answer(int code, List<String> lines, String complaint) {}

    private Answer trust(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("ratings.csv"), text);
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        ByteArrayOutputStream complaint = new ByteArrayOutputStream();
        System.setOut(new PrintStream(lines, false, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complaint, true, StandardCharsets.UTF_8));
        try {
            int code = Main.run("analyse", "trust", file.toString());
            System.out.flush();
            return new Answer(
                    code,
                    lines.toString(StandardCharsets.UTF_8).lines().toList(),
                    complaint.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    @Test
    void each_row_gets_its_chance_with_or_without_a_header_of_any_names() throws IOException {
        Answer plain = trust(ROWS);

        assertThat(plain.lines()).hasSize(3);
        assertThat(plain.lines().getFirst()).matches("\\{\"row\":1,\"positive\":0\\.\\d+}");
        assertThat(trust("who,whom,how much,when\n" + ROWS).lines()).isEqualTo(plain.lines());
        assertThat(trust("SOURCE;TARGET;RATING;TIME\n" + ROWS.replace(',', ';')).lines())
                .isEqualTo(plain.lines());
    }

    @Test
    void a_row_that_is_not_understood_is_named() throws IOException {
        assertThat(trust(ROWS + "ann,cy,good,1001\n"))
                .satisfies(answer -> assertThat(answer.code()).isEqualTo(1))
                .satisfies(answer -> assertThat(answer.complaint()).contains("line 4", "good"));
        assertThat(trust("ann,cy,11,1001\n").complaint()).contains("line 1", "11");
        assertThat(trust(ROWS + "ann,cy,1,monday\n").complaint()).contains("line 4", "monday");
        assertThat(trust(ROWS + "ann,,1,1001\n").complaint()).contains("line 4", "missing");
        assertThat(trust("ann,cy,1\n").complaint()).contains("3 columns");
    }
}
