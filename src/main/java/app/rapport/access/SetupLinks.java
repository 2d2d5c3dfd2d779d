package app.rapport.access;

import app.rapport.database.OutsideWorkspace;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * The one-time link by which the first owner claims a fresh server: without it nobody can, even who
 * reaches its port.
 */
@Service
public class SetupLinks {
    private final OutsideWorkspace outside;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SetupLinks(
            OutsideWorkspace outside,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.outside = outside;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /** A new link's path, and the older ones end; empty once a workspace exists. */
    public Optional<String> fresh() {
        if (access.anyWorkspace()) return Optional.empty();
        String token = Secrets.next();
        outside.inTransaction(() -> {
            outside.jdbc().sql("DELETE FROM setup_link").update();
            return outside.jdbc()
                    .sql("INSERT INTO setup_link (token_hash, created_at) VALUES (:hash, :now)")
                    .param("hash", Secrets.hash(token))
                    .param("now", now())
                    .update();
        });
        return Optional.of("/setup/" + token);
    }

    public boolean isOpen(String token) {
        return !access.anyWorkspace()
                && outside.jdbc()
                        .sql(
                                "SELECT EXISTS (SELECT FROM setup_link WHERE token_hash = :hash AND used_at IS NULL)")
                        .param("hash", Secrets.hash(token))
                        .query(Boolean.class)
                        .single();
    }

    /**
     * Makes the first workspace and its owner, for exactly one caller.
     *
     * @throws Refused when the link was used already, or a field cannot be used; in the second case
     *     the link stays open
     */
    public Member claim(
            String token,
            String workspace,
            String email,
            String name,
            String password,
            ZoneId zone) {
        if (access.anyWorkspace() || !mark(token, now(), "used_at IS NULL")) {
            throw new Refused("link", "This link was used already");
        }
        try {
            Member owner = access.setUp(workspace, email, name, password, zone);
            events.publishEvent(new ServerClaimed());
            return owner;
        } catch (RuntimeException e) {
            mark(token, null, "used_at IS NOT NULL");
            throw e;
        }
    }

    private boolean mark(String token, @Nullable OffsetDateTime used, String state) {
        return outside.jdbc()
                        .sql(
                                "UPDATE setup_link SET used_at = :now WHERE token_hash = :hash AND "
                                        + state)
                        .param("hash", Secrets.hash(token))
                        .param("now", used, Types.TIMESTAMP_WITH_TIMEZONE)
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
