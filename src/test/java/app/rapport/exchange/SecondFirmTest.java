package app.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.database.OwnerDatabase;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first large import of a firm on a server where another is at home. */
class SecondFirmTest {
    private static final int MAILS = 800;
    @TempDir static Path folder;

    @Test
    void the_planner_knows_of_its_rows_before_they_are_joined() {
        try (Bringing in = new Bringing(folder)) {
            Path box = in.file("all.mbox", box());
            in.bring(box);
            in.bean(OwnerDatabase.class).jdbc().sql("ANALYZE").update();
            in.fresh();
            in.bring(box);
            for (String table : new String[] {"touch", "touch_owner", "touch_party"})
                assertThat(believed(in, table)).as(table).isGreaterThan(MAILS / 2);
        }
    }

    /** How many rows of this workspace the planner expects. */
    private static long believed(Bringing in, String table) {
        String plan =
                String.join(
                        "\n",
                        in.ask(
                                "EXPLAIN SELECT FROM "
                                        + table
                                        + " WHERE workspace_id = :workspace"));
        return Pattern.compile("rows=(\\d+)")
                .matcher(plan)
                .results()
                .mapToLong(rows -> Long.parseLong(rows.group(1)))
                .max()
                .orElseThrow();
    }

    private static String box() {
        StringBuilder box = new StringBuilder();
        for (int n = 0; n < MAILS; n++)
            box.append(
                    """
                    From x@y.example Tue Mar 10 08:00:00 2026
                    From: Bea <bea@quillbrook.example>
                    To: Nora <nora@tarnteasel.example>
                    Date: Tue, 10 Mar 2026 08:00:00 +0000
                    Message-ID: <%1$d@quillbrook.example>
                    Subject: Pressure %1$d

                    It stands at %1$d.

                    """
                            .formatted(n));
        return box.toString();
    }
}
