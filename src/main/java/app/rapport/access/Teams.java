package app.rapport.access;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Members who see each other's records where they do not see all. */
@Service
public class Teams {
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    Teams(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    public record Mate(MemberId id, String name) {}

    /**
     * @param mates who works here now, by name
     */
    public record Team(UUID id, String name, List<Mate> mates) {}

    public List<Team> list(Viewer viewer) {
        Map<UUID, Team> teams = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        SELECT t.id, t.name, m.id AS member_id, m.name AS member_name
                        FROM team t
                        LEFT JOIN team_member tm ON tm.workspace_id = t.workspace_id AND tm.team_id = t.id
                        LEFT JOIN member m ON m.workspace_id = tm.workspace_id AND m.id = tm.member_id AND m.left_at IS NULL
                        WHERE t.workspace_id = :workspace
                        ORDER BY lower(t.name), t.id, lower(m.name), m.id
                        """)
                .param("workspace", viewer.workspace().value())
                .query(row -> {
                    UUID id = row.getObject("id", UUID.class);
                    String name = row.getString("name");
                    Team team =
                            teams.computeIfAbsent(id, _ -> new Team(id, name, new ArrayList<>()));
                    UUID mate = row.getObject("member_id", UUID.class);
                    if (mate != null)
                        team.mates()
                                .add(new Mate(new MemberId(mate), row.getString("member_name")));
                });
        return List.copyOf(teams.values());
    }

    /**
     * @throws Refused when the name cannot be used
     */
    @Transactional
    public UUID add(Viewer viewer, String name) {
        if (name.isBlank()) throw new Refused("name", "Give the team a name");
        UUID id = Uuid7.next();
        int added =
                jdbc.sql(
                                """
                                INSERT INTO team (workspace_id, id, name, created_at)
                                VALUES (:workspace, :id, :name, :now) ON CONFLICT DO NOTHING
                                """)
                        .param("workspace", viewer.workspace().value())
                        .param("id", id)
                        .param("name", name.strip())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update();
        if (added == 0) throw new Refused("name", "There is a team of this name already");
        audit.record(viewer, "team.made", id, "name");
        return id;
    }

    /** False when there is no such team or member. */
    @Transactional
    public boolean join(Viewer viewer, UUID team, MemberId member) {
        int joined =
                jdbc.sql(
                                """
                                INSERT INTO team_member (workspace_id, team_id, member_id)
                                SELECT t.workspace_id, t.id, m.id FROM team t
                                JOIN member m ON m.workspace_id = t.workspace_id AND m.id = :member AND m.left_at IS NULL
                                WHERE t.workspace_id = :workspace AND t.id = :team
                                ON CONFLICT (workspace_id, team_id, member_id) DO UPDATE SET member_id = excluded.member_id
                                """)
                        .param("workspace", viewer.workspace().value())
                        .param("team", team)
                        .param("member", member.value())
                        .update();
        if (joined > 0) audit.record(viewer, "team.joined", member.value());
        return joined > 0;
    }

    @Transactional
    public boolean part(Viewer viewer, UUID team, MemberId member) {
        int parted =
                jdbc.sql(
                                "DELETE FROM team_member WHERE workspace_id = :workspace AND team_id = :team AND member_id = :member")
                        .param("workspace", viewer.workspace().value())
                        .param("team", team)
                        .param("member", member.value())
                        .update();
        if (parted > 0) audit.record(viewer, "team.parted", member.value());
        return parted > 0;
    }

    /** Only a team that nobody is in: what it let people see, each of them parted from before. */
    @Transactional
    public boolean remove(Viewer viewer, UUID team) {
        int removed =
                jdbc.sql(
                                """
                                DELETE FROM team t WHERE t.workspace_id = :workspace AND t.id = :team
                                  AND NOT EXISTS (SELECT FROM team_member tm
                                                  JOIN member m ON m.workspace_id = tm.workspace_id AND m.id = tm.member_id
                                                  WHERE tm.workspace_id = t.workspace_id AND tm.team_id = t.id AND m.left_at IS NULL)
                                """)
                        .param("workspace", viewer.workspace().value())
                        .param("team", team)
                        .update();
        if (removed > 0) audit.record(viewer, "team.removed", team);
        return removed > 0;
    }
}
