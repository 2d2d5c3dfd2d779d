package app.rapport.promises.store;

import app.rapport.kernel.Viewer;
import app.rapport.listening.Gratitude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The derived tables of what was done for a member and whom they thanked, as their mails say. */
@Repository
public class FoundThanks {
    private static final int FETCH = 500;
    private static final int READ = 4_000;
    private static final UUID NOTHING_YET = new UUID(0, 0);

    /** Mails that came by a colleague first are older by their id than what was read last. */
    private static final int AGAIN_DAYS = 8;

    private final JdbcClient jdbc;

    FoundThanks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A mail that may say it.
     *
     * @param strangers others on it whom the member had not met before
     */
    public record Candidate(
            UUID touch, Instant at, String sender, String words, List<String> strangers) {}

    /** A look that costs little, so that few words have to be read. */
    private static final String MAY_SAY =
            "introduc|meet [A-Z]|connect|putting|bringing|loop|copying|copied|cc'?[di]|add(ing|ed) |recommend|referred|suggested|mentioned|your (name|number|details|contact|card|address)";

    private static final String CANDIDATES =
            """
            SELECT t.id, t.at, t.from_key, left(t.reply_text, :read) AS words,
                   (SELECT array_agg(p.address_key) FROM touch_party p
                    WHERE p.workspace_id = t.workspace_id AND p.touch_id = t.id AND p.role IN ('to', 'cc')
                      AND NOT EXISTS (SELECT FROM touch_party e
                                      JOIN touch_owner eo ON eo.workspace_id = e.workspace_id AND eo.touch_id = e.touch_id AND eo.member_id = :member
                                      WHERE e.workspace_id = p.workspace_id AND e.address_key = p.address_key AND e.at < t.at)) AS strangers
            FROM touch_owner o
            JOIN touch t ON t.workspace_id = o.workspace_id AND t.id = o.touch_id
            WHERE o.workspace_id = :workspace AND o.member_id = :member AND %s
              AND t.mail_kind = 'person' AND t.is_touch AND t.at IS NOT NULL AND left(t.reply_text, :read) ~ :maySay
            ORDER BY t.id
            """;

    /** What has to be read: what came in since and what is new enough to be owed, or all. */
    private List<String> which(Viewer viewer, boolean all, Instant now) {
        if (all) return List.of("true");
        UUID mark = mark(viewer);
        return List.of(
                "o.touch_id > '" + mark + "'::uuid",
                "o.touch_id <= '%s'::uuid AND o.at > '%s'::timestamptz - interval '%d days'"
                        .formatted(mark, now, AGAIN_DAYS));
    }

    public void each(Viewer viewer, boolean all, Instant now, Consumer<Candidate> taker) {
        which(viewer, all, now).forEach(which -> read(viewer, which, taker));
    }

    /** Writes which of the member's own mails thank for something. */
    public void given(Viewer viewer, boolean all, Instant now) {
        for (String which : which(viewer, all, now))
            of(viewer, GIVEN.formatted(which)).param("thanks", ThanksRows.THANKS).update();
    }

    private static final String GIVEN =
            """
            INSERT INTO thanks_given (workspace_id, member_id, touch_id, at)
            SELECT o.workspace_id, o.member_id, o.touch_id, t.at
            FROM touch_owner o
            JOIN touch t ON t.workspace_id = o.workspace_id AND t.id = o.touch_id
            WHERE o.workspace_id = :workspace AND o.member_id = :member AND %s
              AND t.kind = 'mail' AND t.is_touch AND t.at IS NOT NULL
              AND t.from_key IN (SELECT address_key FROM own_address WHERE workspace_id = :workspace AND member_id = :member)
              AND t.reply_text ~* :thanks
            ON CONFLICT (workspace_id, member_id, touch_id) DO NOTHING
            """;

    private void read(Viewer viewer, String which, Consumer<Candidate> taker) {
        of(viewer, CANDIDATES.formatted(which))
                .param("read", READ)
                .param("maySay", "(?i)" + MAY_SAY)
                .withFetchSize(FETCH)
                .query(row -> {
                    taker.accept(
                            new Candidate(
                                    row.getObject("id", UUID.class),
                                    row.getObject("at", OffsetDateTime.class).toInstant(),
                                    row.getString("from_key"),
                                    row.getString("words"),
                                    row.getArray("strangers") == null
                                            ? List.of()
                                            : Arrays.asList(
                                                    (String[])
                                                            row.getArray("strangers").getArray())));
                });
    }

    private UUID mark(Viewer viewer) {
        return of(
                        viewer,
                        "SELECT up_to FROM thanks_read WHERE workspace_id = :workspace AND member_id = :member")
                .query(UUID.class)
                .optional()
                .orElse(NOTHING_YET);
    }

    /** All that is in the archive now has been read. */
    public void isRead(Viewer viewer) {
        of(
                        viewer,
                        """
                        INSERT INTO thanks_read (workspace_id, member_id, up_to)
                        SELECT workspace_id, member_id, touch_id FROM touch_owner
                        WHERE workspace_id = :workspace AND member_id = :member ORDER BY touch_id DESC LIMIT 1
                        ON CONFLICT (workspace_id, member_id) DO UPDATE SET up_to = excluded.up_to
                        """)
                .update();
    }

    /**
     * @param found what its words say
     */
    public void add(Viewer viewer, Candidate mail, Gratitude.Found found) {
        of(
                        viewer,
                        """
                        INSERT INTO thanks_found (workspace_id, member_id, touch_id, kind, at, passage_start, passage_end)
                        VALUES (:workspace, :member, :touch, :kind, :at, :start, :end)
                        ON CONFLICT (workspace_id, member_id, touch_id) DO NOTHING
                        """)
                .param("touch", mail.touch())
                .param("kind", found.kind().name().toLowerCase(Locale.ROOT))
                .param("at", PromiseRows.utc(mail.at()))
                .param("start", found.place().start())
                .param("end", found.place().end())
                .update();
    }

    public Map<UUID, String> of(Viewer viewer) {
        Map<UUID, String> found = new HashMap<>();
        of(
                        viewer,
                        """
                        SELECT touch_id, kind || passage_start FROM thanks_found WHERE workspace_id = :workspace AND member_id = :member
                        UNION ALL
                        SELECT touch_id, 'given' FROM thanks_given WHERE workspace_id = :workspace AND member_id = :member
                        """)
                .query(row -> {
                    found.put(row.getObject(1, UUID.class), row.getString(2));
                });
        return found;
    }

    public void remove(Viewer viewer) {
        for (String table : List.of("thanks_found", "thanks_given"))
            of(
                            viewer,
                            "DELETE FROM "
                                    + table
                                    + " WHERE workspace_id = :workspace AND member_id = :member")
                    .update();
    }

    private StatementSpec of(Viewer viewer, String sql) {
        return jdbc.sql(sql)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value());
    }
}
