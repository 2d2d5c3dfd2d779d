package app.rapport.conversations.store;

import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mails found by the words of their subject, in the reader's own archive only. */
@Repository
public class MailSubjects {
    private final JdbcClient jdbc;

    MailSubjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Subject(TouchId touch, String words, Optional<Instant> at) {}

    /** One mail a thread, newest first. */
    public List<Subject> find(Viewer viewer, String typed, int most) {
        String[] words =
                Arrays.stream(typed.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                        .filter(word -> !word.isEmpty())
                        .toArray(String[]::new);
        return jdbc.sql("SELECT touch_id, subject, at FROM find_mails(:reader, :words, :most)")
                .param("reader", viewer.member().value())
                .param("words", words)
                .param("most", most)
                .query((row, _) ->
                        new Subject(
                                new TouchId(row.getObject("touch_id", UUID.class)),
                                row.getString("subject"),
                                Optional.ofNullable(row.getObject("at", OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant)))
                .list();
    }
}
