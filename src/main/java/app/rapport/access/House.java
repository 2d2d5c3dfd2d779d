package app.rapport.access;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import app.rapport.post.SenderChosen;
import app.rapport.post.SmtpAccounts;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is us: own addresses, the firm's domains, and the days on which it works. */
@Service
public class House {
    private final JdbcClient jdbc;
    private final Audit audit;
    private final SmtpAccounts senders;

    House(JdbcClient jdbc, Audit audit, SmtpAccounts senders) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.senders = senders;
    }

    /** From where a member sends mail, that is them. */
    @EventListener
    void on(SenderChosen chosen) {
        addOwnAddresses(chosen.viewer(), List.of(chosen.address()));
    }

    public Us us(Viewer viewer) {
        Set<String> mine = new HashSet<>();
        Set<String> colleagues = new HashSet<>();
        jdbc.sql(
                        "SELECT member_id = :member AS mine, address_key FROM own_address WHERE workspace_id = :workspace")
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .query(row -> {
                    (row.getBoolean("mine") ? mine : colleagues).add(row.getString("address_key"));
                });
        senders.workspaceAddress(viewer)
                .map(address -> address.toLowerCase(Locale.ROOT))
                .filter(key -> !mine.contains(key))
                .ifPresent(colleagues::add);
        Set<String> domains =
                Set.copyOf(
                        jdbc.sql(
                                        "SELECT domain FROM workspace_domain WHERE workspace_id = :workspace")
                                .param("workspace", viewer.workspace().value())
                                .query(String.class)
                                .list());
        return new Us(mine, colleagues, domains);
    }

    /** Who works here or did, by name: history goes on naming them. */
    public Map<MemberId, String> members(Viewer viewer) {
        return names(viewer, "true");
    }

    /** Who works here now, by name: to whom something can be given. */
    public Map<MemberId, String> present(Viewer viewer) {
        return names(viewer, "left_at IS NULL");
    }

    private Map<MemberId, String> names(Viewer viewer, String which) {
        Map<MemberId, String> members = new LinkedHashMap<>();
        jdbc.sql(
                        "SELECT id, name FROM member WHERE workspace_id = :workspace AND "
                                + which
                                + " ORDER BY name, id")
                .param("workspace", viewer.workspace().value())
                .query(row -> {
                    members.put(
                            new MemberId(row.getObject("id", UUID.class)), row.getString("name"));
                });
        return members;
    }

    /** Addresses of the viewer's own, as they stand in mail, valid or not. */
    @Transactional
    public void addOwnAddresses(Viewer viewer, Collection<String> addresses) {
        for (String address : addresses) {
            if (address.isBlank()) continue;
            jdbc.sql(
                            """
                            INSERT INTO own_address (workspace_id, member_id, address_key, address)
                            VALUES (:workspace, :member, :key, :address) ON CONFLICT DO NOTHING
                            """)
                    .param("workspace", viewer.workspace().value())
                    .param("member", viewer.member().value())
                    .param("key", address.strip().toLowerCase(Locale.ROOT))
                    .param("address", address.strip())
                    .update();
        }
        audit.record(viewer, "member.changed", viewer.member().value(), "addresses");
    }

    @Transactional
    public void addDomains(Viewer viewer, Collection<String> domains) {
        for (String domain : domains) {
            if (domain.isBlank()) continue;
            jdbc.sql(
                            "INSERT INTO workspace_domain (workspace_id, domain) VALUES (:workspace, :domain) ON CONFLICT DO NOTHING")
                    .param("workspace", viewer.workspace().value())
                    .param("domain", domain.strip().toLowerCase(Locale.ROOT))
                    .update();
        }
        audit.record(viewer, "workspace.changed", "domains");
    }

    public WorkingDays workingDays(Viewer viewer) {
        Short[] week =
                jdbc.sql("SELECT working_days FROM workspace WHERE id = :workspace")
                        .param("workspace", viewer.workspace().value())
                        .query((row, _) -> (Short[]) row.getArray(1).getArray())
                        .single();
        Set<LocalDate> holidays =
                Set.copyOf(
                        jdbc.sql("SELECT day FROM holiday WHERE workspace_id = :workspace")
                                .param("workspace", viewer.workspace().value())
                                .query(LocalDate.class)
                                .list());
        return new WorkingDays(
                Arrays.stream(week)
                        .map(day -> DayOfWeek.of(day.intValue()))
                        .collect(Collectors.toSet()),
                holidays);
    }

    /** Members by what a file may call them: name, login or own address, all lower case. */
    public Map<String, MemberId> membersByWord(Viewer viewer) {
        Map<String, MemberId> members = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT m.id, lower(m.name) AS word FROM member m WHERE m.workspace_id = :workspace
                        UNION ALL
                        SELECT m.id, l.email_key FROM member m JOIN login l ON l.id = m.login_id WHERE m.workspace_id = :workspace
                        UNION ALL
                        SELECT o.member_id, o.address_key FROM own_address o WHERE o.workspace_id = :workspace
                        """)
                .param("workspace", viewer.workspace().value())
                .query(row -> {
                    members.putIfAbsent(
                            row.getString("word"), new MemberId(row.getObject("id", UUID.class)));
                });
        return members;
    }

    /** The own addresses of everybody who works here or did, lower case; none for some. */
    public Map<MemberId, Set<String>> ownAddressesOfAll(Viewer viewer) {
        Map<MemberId, Set<String>> all = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT m.id, o.address_key FROM member m
                        LEFT JOIN own_address o ON o.workspace_id = m.workspace_id AND o.member_id = m.id
                        WHERE m.workspace_id = :workspace
                        """)
                .param("workspace", viewer.workspace().value())
                .query(row -> {
                    Set<String> theirs =
                            all.computeIfAbsent(
                                    new MemberId(row.getObject("id", UUID.class)),
                                    _ -> new HashSet<>());
                    String key = row.getString("address_key");
                    if (key != null) theirs.add(key);
                });
        return all;
    }

    /** The viewer's own addresses as they were written, in order. */
    public List<String> ownAddresses(Viewer viewer) {
        return jdbc.sql(
                        """
                        SELECT address FROM own_address
                        WHERE workspace_id = :workspace AND member_id = :member ORDER BY address_key
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .query(String.class)
                .list();
    }

    @Transactional
    public void removeOwnAddress(Viewer viewer, String address) {
        jdbc.sql(
                        """
                        DELETE FROM own_address
                        WHERE workspace_id = :workspace AND member_id = :member AND address_key = :key
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("key", address.strip().toLowerCase(Locale.ROOT))
                .update();
        audit.record(viewer, "member.changed", viewer.member().value(), "addresses");
    }

    @Transactional
    public void removeDomain(Viewer viewer, String domain) {
        jdbc.sql(
                        "DELETE FROM workspace_domain WHERE workspace_id = :workspace AND domain = :domain")
                .param("workspace", viewer.workspace().value())
                .param("domain", domain.strip().toLowerCase(Locale.ROOT))
                .update();
        audit.record(viewer, "workspace.changed", "domains");
    }

    /**
     * @throws Refused when the name is blank or no day is left to work on
     */
    @Transactional
    public void changeWorkspace(Viewer viewer, String name, Set<DayOfWeek> week) {
        if (name.isBlank()) throw new Refused("name", "Give the workspace a name");
        if (week.isEmpty()) throw new Refused("days", "Choose at least one working day");
        Short[] days =
                week.stream().sorted().map(day -> (short) day.getValue()).toArray(Short[]::new);
        jdbc.sql("UPDATE workspace SET name = :name, working_days = :days WHERE id = :workspace")
                .param("workspace", viewer.workspace().value())
                .param("name", name.strip())
                .param("days", days)
                .update();
        audit.record(viewer, "workspace.changed", "name", "working_days");
    }

    public boolean requiresSecondFactor(Viewer viewer) {
        return jdbc.sql("SELECT second_factor_required FROM workspace WHERE id = :workspace")
                .param("workspace", viewer.workspace().value())
                .query(Boolean.class)
                .single();
    }

    /** Who has none yet sets it up before anything else opens. */
    @Transactional
    public void requireSecondFactor(Viewer viewer, boolean required) {
        jdbc.sql("UPDATE workspace SET second_factor_required = :required WHERE id = :workspace")
                .param("workspace", viewer.workspace().value())
                .param("required", required)
                .update();
        audit.record(viewer, "workspace.changed", "second_factor_required");
    }

    /** A day on which nobody works. */
    public record Holiday(LocalDate day, String name) {}

    public List<Holiday> holidays(Viewer viewer) {
        return jdbc.sql(
                        "SELECT day, name FROM holiday WHERE workspace_id = :workspace ORDER BY day")
                .param("workspace", viewer.workspace().value())
                .query((row, _) ->
                        new Holiday(row.getObject("day", LocalDate.class), row.getString("name")))
                .list();
    }

    @Transactional
    public void addHoliday(Viewer viewer, LocalDate day, String name) {
        jdbc.sql(
                        """
                        INSERT INTO holiday (workspace_id, day, name) VALUES (:workspace, :day, :name)
                        ON CONFLICT (workspace_id, day) DO UPDATE SET name = excluded.name
                        """)
                .param("workspace", viewer.workspace().value())
                .param("day", day)
                .param("name", name.strip())
                .update();
        audit.record(viewer, "workspace.changed", "holidays");
    }

    @Transactional
    public void removeHoliday(Viewer viewer, LocalDate day) {
        jdbc.sql("DELETE FROM holiday WHERE workspace_id = :workspace AND day = :day")
                .param("workspace", viewer.workspace().value())
                .param("day", day)
                .update();
        audit.record(viewer, "workspace.changed", "holidays");
    }
}
