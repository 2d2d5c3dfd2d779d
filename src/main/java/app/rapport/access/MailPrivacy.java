package app.rapport.access;

import app.rapport.kernel.Viewer;
import java.util.HashSet;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a member lets colleagues see of their mail. */
@Service
public class MailPrivacy {
    private final JdbcClient jdbc;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    MailPrivacy(JdbcClient jdbc, Audit audit, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
    }

    /** This member keeps other addresses private than before; told in the same transaction. */
    public record Changed(Viewer viewer) {}

    public MailSharing sharing(Viewer viewer) {
        return MailSharing.of(
                jdbc.sql(
                                "SELECT mail_sharing FROM member WHERE workspace_id = :workspace AND id = :member")
                        .param("workspace", viewer.workspace().value())
                        .param("member", viewer.member().value())
                        .query(String.class)
                        .single());
    }

    @Transactional
    public void share(Viewer viewer, MailSharing sharing) {
        jdbc.sql(
                        "UPDATE member SET mail_sharing = :sharing WHERE workspace_id = :workspace AND id = :member")
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("sharing", sharing.key())
                .update();
        audit.record(viewer, "member.changed", viewer.member().value(), "mail_sharing");
    }

    public PrivateAddresses privateAddresses(Viewer viewer) {
        return new PrivateAddresses(
                Set.copyOf(
                        jdbc.sql(
                                        "SELECT address_key FROM private_address WHERE workspace_id = :workspace AND member_id = :member")
                                .param("workspace", viewer.workspace().value())
                                .param("member", viewer.member().value())
                                .query(String.class)
                                .list()));
    }

    /**
     * @throws Refused when it is neither an address nor a domain
     */
    @Transactional
    public String keepPrivate(Viewer viewer, String typed) {
        String key = PrivateAddresses.key(typed);
        Set<String> keys = new HashSet<>(privateAddresses(viewer).keys());
        keys.add(key);
        replace(viewer, keys);
        return key;
    }

    @Transactional
    public void open(Viewer viewer, String key) {
        Set<String> keys = new HashSet<>(privateAddresses(viewer).keys());
        if (keys.remove(key)) replace(viewer, keys);
    }

    /**
     * These and no others.
     *
     * @throws Refused when one is neither an address nor a domain
     */
    @Transactional
    public void keepPrivate(Viewer viewer, Iterable<String> typed) {
        Set<String> keys = new HashSet<>();
        typed.forEach(one -> keys.add(PrivateAddresses.key(one)));
        replace(viewer, keys);
    }

    private void replace(Viewer viewer, Set<String> keys) {
        jdbc.sql(
                        """
                        WITH gone AS (
                          DELETE FROM private_address
                          WHERE workspace_id = :workspace AND member_id = :member AND address_key <> ALL(:keys))
                        INSERT INTO private_address (workspace_id, member_id, address_key)
                        SELECT :workspace, :member, key FROM unnest(:keys::text[]) key
                        ON CONFLICT DO NOTHING
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("keys", keys.toArray(String[]::new))
                .update();
        audit.record(viewer, "member.changed", viewer.member().value(), "private_addresses");
        events.publishEvent(new Changed(viewer));
    }
}
