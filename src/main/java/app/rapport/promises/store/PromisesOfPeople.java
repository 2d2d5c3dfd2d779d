package app.rapport.promises.store;

import app.rapport.database.PointedRecords;
import app.rapport.database.PointedRows;
import app.rapport.database.PointedTables;
import app.rapport.kernel.Viewer;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Promises and deeds go along when two become one, are handed out, and go when one is erased. */
@Repository
class PromisesOfPeople extends PointedRecords {
    private static final PointedTables ROWS =
            PointedTables.ofContacts(
                    new PointedRows("promise", "person_id", "person_origin"),
                    new PointedRows("trust_deed", "person_id", "person_origin"),
                    new PointedRows("favour", "person_id", "person_origin"),
                    new PointedRows("thanks_settled", "person_id", "person_origin"));

    PromisesOfPeople(JdbcClient jdbc) {
        super(jdbc, ROWS);
    }

    @Override
    public Map<String, Long> counts(Viewer by, Erased erased) {
        return Map.of("promises", (long) promises(by, erased).size());
    }

    @Override
    public List<Fact> facts(Viewer by, Erased whole) {
        return Stream.of(promises(by, whole), deeds(by, whole), favours(by, whole))
                .flatMap(List::stream)
                .toList();
    }

    private List<Fact> promises(Viewer by, Erased of) {
        return jdbc.sql(
                        """
                        SELECT p.side, p.state, p.made_at,
                               CASE WHEN NOT p.from_words OR p.made_by = :member OR touch_sight(p.workspace_id, p.touch_id, :member) >= 3 THEN p.what ELSE '' END AS what
                        FROM promise p WHERE p.workspace_id = :workspace AND p.person_id = ANY(:people)
                          AND (p.side <> 'task' OR p.member_id = :member OR p.made_by = :member)
                          AND (NOT p.from_words OR p.touch_id IS NULL OR p.made_by = :member OR touch_sight(p.workspace_id, p.touch_id, :member) > 0)
                        ORDER BY p.made_at
                        """)
                .param("workspace", by.workspace().value())
                .param("member", by.member().value())
                .param("people", of.people().toArray(UUID[]::new))
                .query((row, _) ->
                        new Fact(
                                "Promises",
                                row.getString("side").equals("theirs")
                                        ? "promised us"
                                        : "was promised",
                                row.getString("what")
                                        + " ("
                                        + row.getString("state").replace('_', ' ')
                                        + ")",
                                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                                "what people wrote"))
                .list();
    }

    private List<Fact> deeds(Viewer by, Erased of) {
        return jdbc.sql(
                        """
                        SELECT words, good, at FROM trust_deed
                        WHERE workspace_id = :workspace AND person_id = ANY(:people) AND taken_back_at IS NULL ORDER BY at
                        """)
                .param("workspace", by.workspace().value())
                .param("people", of.people().toArray(UUID[]::new))
                .query((row, _) ->
                        new Fact(
                                "Trust",
                                row.getBoolean("good") ? "speaks for trust" : "speaks against it",
                                row.getString("words"),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                "what people wrote"))
                .list();
    }

    private List<Fact> favours(Viewer by, Erased of) {
        return jdbc.sql(
                        """
                        SELECT kind, words, at FROM favour
                        WHERE workspace_id = :workspace AND person_id = ANY(:people) AND taken_back_at IS NULL ORDER BY at
                        """)
                .param("workspace", by.workspace().value())
                .param("people", of.people().toArray(UUID[]::new))
                .query((row, _) ->
                        new Fact(
                                "Thanks",
                                row.getString("kind"),
                                row.getString("words"),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                "what people wrote"))
                .list();
    }
}
