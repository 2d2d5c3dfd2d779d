package app.rapport.access;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.WorkspaceId;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows that make somebody a member; inside the workspace and its transaction. */
@Component
class MemberRows {
    private final JdbcClient jdbc;

    MemberRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID addLogin(String email, String key, String hash, OffsetDateTime now) {
        UUID login = Uuid7.next();
        int added =
                jdbc.sql(
                                """
                                INSERT INTO login (id, email, email_key, password_hash, created_at)
                                VALUES (:id, :email, :key, :hash, :now) ON CONFLICT (email_key) DO NOTHING
                                """)
                        .param("id", login)
                        .param("email", email)
                        .param("key", key)
                        .param("hash", hash)
                        .param("now", now)
                        .update();
        if (added == 0) throw new Refused("email", "Somebody logs in with this address already");
        return login;
    }

    Optional<UUID> login(String key) {
        return jdbc.sql("SELECT id FROM login WHERE email_key = :key")
                .param("key", key)
                .query(UUID.class)
                .optional();
    }

    void addWorkspace(WorkspaceId id, String name, ZoneId zone, OffsetDateTime now) {
        addWorkspace(id, name, zone, now, false);
    }

    void addWorkspace(
            WorkspaceId id, String name, ZoneId zone, OffsetDateTime now, boolean madeUp) {
        jdbc.sql(
                        """
                        INSERT INTO workspace (id, name, time_zone, created_at, made_up)
                        VALUES (:id, :name, :zone, :now, :madeUp)
                        """)
                .param("id", id.value())
                .param("name", name)
                .param("zone", zone.getId())
                .param("now", now)
                .param("madeUp", madeUp)
                .update();
    }

    void addMember(
            WorkspaceId workspace,
            MemberId member,
            UUID login,
            String name,
            Role role,
            ZoneId zone,
            OffsetDateTime now) {
        jdbc.sql(
                        """
                        INSERT INTO member (workspace_id, id, login_id, name, role, time_zone, created_at)
                        VALUES (:workspace, :id, :login, :name, :role, :zone, :now)
                        """)
                .param("workspace", workspace.value())
                .param("id", member.value())
                .param("login", login)
                .param("name", name)
                .param("role", role.key())
                .param("zone", zone.getId())
                .param("now", now)
                .update();
        int added =
                jdbc.sql(
                                """
                                INSERT INTO membership (login_id, workspace_id, member_id)
                                VALUES (:login, :workspace, :member) ON CONFLICT DO NOTHING
                                """)
                        .param("login", login)
                        .param("workspace", workspace.value())
                        .param("member", member.value())
                        .update();
        if (added == 0) throw new Refused("email", "This person is a member already");
    }

    void addOwnAddress(WorkspaceId workspace, MemberId member, String address) {
        jdbc.sql(
                        """
                        INSERT INTO own_address (workspace_id, member_id, address_key, address)
                        VALUES (:workspace, :member, :key, :address) ON CONFLICT DO NOTHING
                        """)
                .param("workspace", workspace.value())
                .param("member", member.value())
                .param("key", address.strip().toLowerCase(Locale.ROOT))
                .param("address", address.strip())
                .update();
    }

    /** Every way in ends with the membership; the row stays, so that history can name it. */
    void leave(WorkspaceId workspace, MemberId member, OffsetDateTime now) {
        for (String ending :
                List.of(
                        "UPDATE member SET left_at = :now WHERE workspace_id = :workspace AND id = :member",
                        "DELETE FROM session WHERE workspace_id = :workspace AND member_id = :member",
                        "DELETE FROM login_link WHERE workspace_id = :workspace AND member_id = :member",
                        "DELETE FROM membership WHERE workspace_id = :workspace AND member_id = :member",
                        """
                        UPDATE api_token SET revoked_at = :now
                        WHERE workspace_id = :workspace AND member_id = :member AND revoked_at IS NULL
                        """,
                        """
                        UPDATE invitation SET ended_at = :now
                        WHERE workspace_id = :workspace AND invited_by = :member AND ended_at IS NULL
                        """)) {
            jdbc.sql(ending)
                    .param("workspace", workspace.value())
                    .param("member", member.value())
                    .param("now", now)
                    .update();
        }
    }

    /** Undoes leaving; sessions and tokens stay ended. */
    void comeBack(WorkspaceId workspace, MemberId member) {
        for (String returning :
                List.of(
                        "UPDATE member SET left_at = NULL WHERE workspace_id = :workspace AND id = :member",
                        """
                        INSERT INTO membership (login_id, workspace_id, member_id)
                        SELECT login_id, workspace_id, id FROM member
                        WHERE workspace_id = :workspace AND id = :member
                        """)) {
            jdbc.sql(returning)
                    .param("workspace", workspace.value())
                    .param("member", member.value())
                    .update();
        }
    }

    /**
     * The role of somebody who works there. Two who demote each other at once must not both
     * succeed: the owners' rows are locked.
     */
    Optional<Role> lockedRole(WorkspaceId workspace, MemberId member) {
        return jdbc
                .sql(
                        """
                        SELECT id, role FROM member
                        WHERE workspace_id = :workspace AND left_at IS NULL AND (role = 'owner' OR id = :member)
                        ORDER BY id FOR UPDATE
                        """)
                .param("workspace", workspace.value())
                .param("member", member.value())
                .query((row, _) ->
                        new Owned(
                                new MemberId(row.getObject("id", UUID.class)),
                                Role.of(row.getString("role"))))
                .list()
                .stream()
                .filter(owned -> owned.member().equals(member))
                .findFirst()
                .map(Owned::role);
    }

    private record Owned(MemberId member, Role role) {}

    int owners(WorkspaceId workspace) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM member
                        WHERE workspace_id = :workspace AND role = 'owner' AND left_at IS NULL
                        """)
                .param("workspace", workspace.value())
                .query(Integer.class)
                .single();
    }
}
