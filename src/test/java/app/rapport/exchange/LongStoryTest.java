package app.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.conversations.Conversations;
import app.rapport.conversations.Touch;
import app.rapport.database.CurrentWorkspace;
import app.rapport.kernel.PersonId;
import app.rapport.people.People;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person's story goes on behind a stretch of what is no touch. */
class LongStoryTest {
    @TempDir static Path folder;

    @Test
    void many_drafts_at_the_top_do_not_end_the_story() {
        StringBuilder box = new StringBuilder();
        for (int day = 1; day <= 9; day++) box.append(mail(day, day > 2));
        try (Bringing in = new Bringing(folder)) {
            in.bring("all.mbox", box.toString());
            List<String> story =
                    CurrentWorkspace.call(
                            in.viewer().workspace(),
                            () -> {
                                PersonId ilse =
                                        in.bean(People.class)
                                                .byAddress(
                                                        in.viewer(),
                                                        List.of("ilse@quillbrook.example"))
                                                .get("ilse@quillbrook.example");
                                return in
                                        .bean(Conversations.class)
                                        .story(
                                                in.viewer(),
                                                ilse,
                                                Instant.now(),
                                                Optional.empty(),
                                                2)
                                        .stream()
                                        .map(Touch::subject)
                                        .toList();
                            });
            assertThat(story).containsExactly("Day 2", "Day 1");
        }
    }

    private static String mail(int day, boolean draft) {
        return """
        From ilse@quillbrook.example Mon May 04 10:00:00 2026
        From: Ilse <ilse@quillbrook.example>
        To: olga@firm.example
        Date: Mon, %1$02d May 2026 10:00:00 +0000
        Message-ID: <%1$d@quillbrook.example>
        Subject: Day %1$d%2$s

        The pressure of day %1$d is fine.

        """
                .formatted(day, draft ? "\nX-Gmail-Labels: Drafts" : "");
    }
}
