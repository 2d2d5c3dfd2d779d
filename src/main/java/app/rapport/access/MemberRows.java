package app.rapport.access;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.WorkspaceId;
import java.time.OffsetDateTime;
import java.time.ZoneId;
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
}
