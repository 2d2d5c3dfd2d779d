package app.rapport.conversations.store;

import app.rapport.conversations.answers.Lessons;
import app.rapport.conversations.answers.Lessons.Lesson;
import app.rapport.conversations.answers.Lessons.Said;
import app.rapport.kernel.Signal;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Verdict;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What members said about signals of this room. */
@Repository
public class SignalLessons {
    private final JdbcClient jdbc;

    SignalLessons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Known from {@code at}; a signal put off teaches nothing. */
    public void add(Viewer viewer, Signal.Key key, Verdict verdict, Instant at) {
        word(verdict)
                .ifPresent(word ->
                        jdbc.sql(
                                        """
                                        INSERT INTO signal_lesson (workspace_id, member_id, source, name, address_key, verdict, at, id)
                                        SELECT :workspace, :member, :source, :name, address_key, :verdict, :at, :id
                                        FROM touch_party
                                        WHERE workspace_id = :workspace AND touch_id = split_part(:name, '.', 1)::uuid AND address_key <> ''
                                          AND CASE WHEN :name LIKE '%.%' THEN person_id = split_part(:name, '.', 2)::uuid ELSE role = 'from' END
                                        LIMIT 1
                                        """)
                                .param("workspace", viewer.workspace().value())
                                .param("member", viewer.member().value())
                                .param("source", key.source())
                                .param("name", key.name())
                                .param("verdict", word)
                                .param("at", at.atOffset(ZoneOffset.UTC))
                                .param("id", Uuid7.next())
                                .update());
    }

    /** What this member had taught up to that moment. */
    public Lessons upTo(Viewer viewer, Instant at) {
        return new Lessons(
                jdbc.sql(
                                """
                                SELECT source, address_key, verdict FROM (
                                  SELECT DISTINCT ON (source, name) source, address_key, verdict
                                  FROM signal_lesson
                                  WHERE workspace_id = :workspace AND member_id = :member AND at <= :at
                                  ORDER BY source, name, at DESC, id DESC) newest
                                WHERE verdict <> 'undone'
                                """)
                        .param("workspace", viewer.workspace().value())
                        .param("member", viewer.member().value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .query((row, _) ->
                                new Lesson(
                                        row.getString("source"),
                                        row.getString("address_key"),
                                        said(row.getString("verdict"))))
                        .list());
    }

    /** Those of these touches about which the member has decided, and not taken it back. */
    public Set<TouchId> decided(Viewer viewer, Collection<TouchId> touches, Instant at) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                SELECT touch_id FROM (
                                  SELECT DISTINCT ON (source, name) split_part(name, '.', 1)::uuid AS touch_id, verdict
                                  FROM signal_lesson
                                  WHERE workspace_id = :workspace AND member_id = :member AND at <= :at
                                    AND source IN ('answer', 'asked') AND split_part(name, '.', 1)::uuid = ANY(:touches)
                                  ORDER BY source, name, at DESC, id DESC) newest
                                WHERE verdict <> 'undone'
                                """)
                        .param("workspace", viewer.workspace().value())
                        .param("member", viewer.member().value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("touches", touches.stream().map(TouchId::value).toArray(UUID[]::new))
                        .query((row, _) -> new TouchId(row.getObject("touch_id", UUID.class)))
                        .list());
    }

    private static Optional<String> word(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Done _ -> Optional.of("done");
            case Verdict.NotNeeded(String reason) -> Optional.of(word(Said.of(reason)));
            case Verdict.Undone _ -> Optional.of("undone");
            case Verdict.SnoozedUntil _, Verdict.SnoozedUntilTheyWrite _ -> Optional.empty();
        };
    }

    private static String word(Said said) {
        return said.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Said said(String word) {
        return Said.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
