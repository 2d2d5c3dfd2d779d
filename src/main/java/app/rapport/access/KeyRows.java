package app.rapport.access;

import app.rapport.database.OutsideWorkspace;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Seen;
import app.rapport.kernel.WorkspaceId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who stands behind the secret that a request carries; one round trip each. */
@Component
class KeyRows {
    private final OutsideWorkspace outside;

    KeyRows(OutsideWorkspace outside) {
        this.outside = outside;
    }

    /**
     * @param word the token's scope, or what forms of the session have to carry
     * @param noted when its use was last written down
     */
    record Found(Member member, String word, @Nullable OffsetDateTime noted) {
        boolean notedSince(OffsetDateTime moment) {
            return noted != null && noted.isAfter(moment);
        }
    }

    /** By a token that was not revoked. */
    Optional<Found> byToken(byte[] hash) {
        return outside.jdbc()
                .sql(
                        """
                        SELECT k.*, k.scope AS word, seen_owners(k.workspace_id, k.member_id) AS seen, w.made_up
                        FROM member_by_token(:hash) k JOIN workspace w ON w.id = k.workspace_id
                        """)
                .param("hash", hash)
                .query((row, _) -> found(row))
                .optional();
    }

    /** By a session that has not ended. */
    Optional<Found> bySession(byte[] hash, OffsetDateTime now) {
        return outside.jdbc()
                .sql(
                        """
                        SELECT k.*, k.csrf_token AS word, seen_owners(k.workspace_id, k.member_id) AS seen, w.made_up
                        FROM member_by_session(:hash, :now) k JOIN workspace w ON w.id = k.workspace_id
                        """)
                .param("hash", hash)
                .param("now", now)
                .query((row, _) -> found(row))
                .optional();
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                member(row),
                row.getString("word"),
                row.getObject("noted_at", OffsetDateTime.class));
    }

    static Member member(ResultSet row) throws SQLException {
        Role role = Role.of(row.getString("role"));
        return new Member(
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                new MemberId(row.getObject("member_id", UUID.class)),
                row.getString("workspace_name"),
                row.getString("name"),
                row.getString("email"),
                ZoneId.of(row.getString("time_zone")),
                row.getString("theme"),
                Locale.forLanguageTag(row.getString("locale")),
                row.getBoolean("single_keys"),
                role,
                role.may(Right.MANAGE_MEMBERS) ? Seen.ALL : seen(row.getArray("seen")),
                row.getBoolean("owes_factor"),
                row.getBoolean("made_up"));
    }

    private static Seen seen(@Nullable Array owners) throws SQLException {
        if (owners == null) return Seen.ALL;
        return new Seen(
                Arrays.stream((UUID[]) owners.getArray())
                        .map(MemberId::new)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
