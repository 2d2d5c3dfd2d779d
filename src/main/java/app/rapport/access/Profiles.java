package app.rapport.access;

import app.rapport.kernel.Viewer;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What members may change about themselves. */
@Service
public class Profiles {
    private static final Set<String> THEMES = Set.of("system", "light", "dark");

    private final JdbcClient jdbc;
    private final Audit audit;

    Profiles(JdbcClient jdbc, Audit audit) {
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
