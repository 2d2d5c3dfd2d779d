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

class PromisesCommandTest {
    @TempDir private Path folder;

    private List<String> promises(String lines) throws IOException {
        Path file = Files.writeString(folder.resolve("lines.jsonl"), lines);
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, false, StandardCharsets.UTF_8));
        try {
            Main.run("analyse", "promises", file.toString());
            System.out.flush();
            return out.toString(StandardCharsets.UTF_8).lines().toList();
        } finally {
            System.setOut(before);
        }
    }

    @Test
    void the_day_is_told_in_the_writers_zone_and_only_where_the_moment_is_known()
            throws IOException {
        String text = "\"text\":\"I'll call you tomorrow.\"";
        List<String> lines =
                promises(
                        """
                        {"id":"a",%1$s}
                        {"id":"b",%1$s,"at":"2026-03-04T23:30:00Z"}
                        {"id":"c",%1$s,"at":"2026-03-04T23:30:00Z","zone":"Europe/Berlin"}
                        {"id":"d",%1$s,"at":"2026-03-04"}
                        """
                                .formatted(text));

        assertThat(lines.get(0)).contains("\"id\":\"a\"").endsWith("\"due\":null}");
        assertThat(lines.get(1)).endsWith("\"due\":\"2026-03-05\"}");
        assertThat(lines.get(2)).endsWith("\"due\":\"2026-03-06\"}");
        assertThat(lines.get(3)).endsWith("\"due\":\"2026-03-05\"}");
    }
}
