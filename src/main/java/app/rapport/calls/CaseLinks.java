package app.rapport.calls;

import app.rapport.access.Audit;
import app.rapport.access.Refused;
import app.rapport.access.Secrets;
import app.rapport.calls.store.CaseLinkRows;
import app.rapport.kernel.PlaceInTime;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links to business cases: each shows one version until its last day, unless it is revoked. What is
 * being written is not shown before somebody says so.
 */
@Service
public class CaseLinks {
    private static final int LISTED = 100;
    public static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 366;
    private static final int LONGEST_LABEL = 200;

    /** As many as a page shows, so that each can be revoked. */
    private static final int MOST_OPEN = 50;

    private final CaseLinkRows rows;
    private final Audit audit;
    private final Clock clock;

    CaseLinks(CaseLinkRows rows, Audit audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** All that open it, so that each can be revoked, and the newest of the others. */
    public List<CaseLink> of(Viewer viewer, FiledCase of) {
        Instant now = clock.instant();
        List<CaseLink> all = new ArrayList<>(rows.open(viewer, of.id(), now));
        rows.of(viewer, of.id(), now, PlaceInTime.START.id(), LISTED).stream()
                .filter(link -> !link.opens())
                .forEach(all::add);
        return all;
    }

    /**
     * @param before the last of the page before
     */
    public Slice<CaseLink> of(Viewer viewer, FiledCase of, Optional<UUID> before, int most) {
        UUID from = before.orElse(PlaceInTime.START.id());
        return Slice.of(
                rows.of(viewer, of.id(), clock.instant(), from, most + 1),
                most,
                last -> last.id().toString());
    }

    public LocalDate usualEnd(Viewer viewer) {
        return today(viewer).plusDays(USUAL_DAYS);
    }

    private LocalDate today(Viewer viewer) {
        return LocalDate.ofInstant(clock.instant(), viewer.zone());
    }

    /** A link that was made. Its secret is told this once; only a digest of it is kept. */
    public record Made(CaseLink link, String secret) {
        public String path() {
            return "/case/" + secret;
        }
    }

    /**
     * @throws Refused when it cannot end on that day
     */
    @Transactional
    public Made make(Viewer viewer, FiledCase of, String label, LocalDate endsOn) {
        LocalDate today = today(viewer);
        if (endsOn.isBefore(today) || endsOn.isAfter(today.plusDays(MOST_DAYS)))
            throw new Refused("endsOn", "From today to a year ahead");
        if (label.strip().length() > LONGEST_LABEL)
            throw new Refused("label", "200 letters at most");
        if (rows.open(viewer, of.id(), clock.instant()).size() >= MOST_OPEN)
            throw new Refused(
                    "label", MOST_OPEN + " links open this case already: revoke one first");
        String secret = Secrets.next();
        CaseLink link =
                new CaseLink(
                        Uuid7.next(),
                        label.strip(),
                        of.revision(),
                        clock.instant(),
                        viewer.member(),
                        endsOn,
                        false,
                        Optional.empty());
        Instant ends = endsOn.plusDays(1).atStartOfDay(viewer.zone()).toInstant();
        rows.add(viewer, of.id(), link, Secrets.hash(secret), ends);
        audit.record(viewer, "case.shared", of.id());
        return new Made(link, secret);
    }

    /** False where there is nothing to revoke. */
    @Transactional
    public boolean revoke(Viewer viewer, FiledCase of, UUID link) {
        boolean done = rows.revoke(viewer, of.id(), link, clock.instant());
        if (done) audit.record(viewer, "case.unshared", of.id());
        return done;
    }

    /** Takes revoking back. */
    @Transactional
    public boolean restore(Viewer viewer, FiledCase of, UUID link) {
        boolean done = rows.restore(viewer, of.id(), link);
        if (done) audit.record(viewer, "case.shared", of.id());
        return done;
    }

    /** From now on it shows the case as it stands. */
    @Transactional
    public boolean renew(Viewer viewer, FiledCase of, UUID link) {
        boolean done = rows.show(viewer, of.id(), link, of.revision());
        if (done) audit.record(viewer, "case.shared", of.id());
        return done;
    }
}
