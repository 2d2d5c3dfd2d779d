package app.rapport.access;

import app.rapport.database.OutsideWorkspace;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import app.rapport.kernel.WorkspaceId;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What members may change about themselves. */
@Service
public class Profiles {
    private static final Set<String> THEMES = Set.of("system", "light", "dark");

    private final OutsideWorkspace outside;
    private final JdbcClient jdbc;
    private final Audit audit;

    Profiles(OutsideWorkspace outside, JdbcClient jdbc, Audit audit) {
        this.outside = outside;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * @throws Refused when a field cannot be used
     */
    @Transactional
    public void change(
            Viewer viewer,
            String name,
            String zone,
            Locale locale,
            String theme,
            boolean singleKeys) {
        if (name.isBlank()) throw new Refused("name", "Give your name");
        if (!THEMES.contains(theme)) throw new Refused("theme", "Choose one of the three");
        jdbc.sql(
                        """
                        UPDATE member SET name = :name, time_zone = :zone, locale = :locale, theme = :theme,
                                          single_keys = :keys
                        WHERE workspace_id = :workspace AND id = :member
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("name", name.strip())
                .param("zone", zone(zone).getId())
                .param("locale", locale.toLanguageTag())
                .param("theme", theme)
                .param("keys", singleKeys)
                .update();
        audit.record(viewer, "member.changed", viewer.member().value(), "profile");
    }

    /** Whether the viewer's Today comes by mail. */
    public boolean wantsToday(Viewer viewer) {
        return jdbc.sql(
                        "SELECT today_mail FROM member WHERE workspace_id = :workspace AND id = :member")
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .query(Boolean.class)
                .single();
    }

    @Transactional
    public void wantToday(Viewer viewer, boolean wanted) {
        jdbc.sql(
                        "UPDATE member SET today_mail = :wanted WHERE workspace_id = :workspace AND id = :member")
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("wanted", wanted)
                .update();
        audit.record(viewer, "member.changed", viewer.member().value(), "today_mail");
    }

    /** Where somebody wants their Today by mail; asked outside of any workspace. */
    public List<WorkspaceId> workspacesWantingToday() {
        return outside.jdbc()
                .sql("SELECT workspaces_wanting_today()")
                .query((row, _) -> new WorkspaceId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Who of that workspace wants their Today by mail. */
    public List<MemberId> wantingToday(WorkspaceId workspace) {
        return jdbc.sql(
                        "SELECT id FROM member WHERE workspace_id = :workspace AND today_mail AND left_at IS NULL ORDER BY id")
                .param("workspace", workspace.value())
                .query((row, _) -> new MemberId(row.getObject(1, UUID.class)))
                .list();
    }

    /**
     * @throws Refused when there is no such zone
     */
    public static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw new Refused("zone", "Choose a time zone of the list");
        }
    }
}
