package app.rapport.mailboxes;

import app.rapport.access.Access;
import app.rapport.mailboxes.store.Leases;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps up with all mailboxes while a server runs. Of several processes on one database one keeps
 * each mailbox, and another takes over when that one dies; so this is no recurring job, which would
 * give all mailboxes to one process for each round.
 */
@Component
@ConditionalOnWebApplication
@Lazy(false)
class Keepers implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Keepers.class);

    private final MailboxSync sync;
    private final MailboxReading reading;
    private final SentCopies copies;
    private final Access access;
    private final Leases leases;
    private final Duration every;
    private final UUID process = UUID.randomUUID();
    private final Map<Leases.Place, Keeper> keepers = new HashMap<>();
    private final ScheduledExecutorService rounds =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("mailboxes").factory());

    Keepers(
            MailboxSync sync,
            MailboxReading reading,
            SentCopies copies,
            Access access,
            Leases leases,
            @Value("${rapport.mailboxes.every:PT5S}") Duration every) {
        this.sync = sync;
        this.reading = reading;
        this.copies = copies;
        this.access = access;
        this.leases = leases;
        this.every = every;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (System.getenv("RAPPORT_TRAINING") != null) return;
        var _ =
                rounds.scheduleWithFixedDelay(
                        this::round, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        try {
            goRound();
        } catch (RuntimeException e) {
            if (!rounds.isShutdown()) LOG.warn("mailboxes could not be looked after", e);
        }
    }

    private synchronized void goRound() {
        List<Leases.Wanted> wanted = leases.toKeep();
        List<Leases.Place> places = wanted.stream().map(Leases.Wanted::place).toList();
        keepers.forEach((place, keeper) -> {
            if (!places.contains(place) || !keeper.goesOn()) keeper.stop();
        });
        keepers.values().removeIf(keeper -> !keeper.isAlive());
        for (Leases.Wanted one : wanted) {
            if (rounds.isShutdown()) return;
            Keeper keeper = keepers.get(one.place());
            if (keeper == null) take(one.place());
            else {
                one.askedAt().ifPresent(keeper::asked);
                if (one.copies() > 0) keeper.wake();
            }
        }
    }

    private void take(Leases.Place place) {
        Keeper keeper = new Keeper(sync, reading, copies, access, leases, place, process);
        if (keeper.begin()) keepers.put(place, keeper);
    }

    /** What was begun is stored or taken back whole; another process may take over at once. */
    @Override
    public void destroy() {
        rounds.shutdownNow();
        synchronized (this) {
            keepers.values().forEach(Keeper::stop);
            keepers.values().forEach(keeper -> keeper.end(Duration.ofSeconds(3)));
        }
    }
}
