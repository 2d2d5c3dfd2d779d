package app.rapport.mailboxes;

import app.rapport.mailboxes.store.Leases;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CancellationException;

/** Whoever reads a mailbox right now: one process at a time, until it is told to stop. */
final class Holder {
    private final Leases leases;
    private final Leases.Place place;
    private final UUID me;
    private final Clock clock;
    private final Runnable watcher;
    private volatile boolean stopped;

    Holder(Leases leases, Leases.Place place, UUID me, Clock clock, Runnable watcher) {
        this.leases = leases;
        this.place = place;
        this.me = me;
        this.clock = clock;
        this.watcher = watcher;
    }

    /** False when another process has it. */
    boolean hold() {
        return leases.hold(place, me, clock.instant());
    }

    /**
     * In a batch's transaction.
     *
     * @throws CancellationException when another process has it by now: the batch is not ours to
     *     store
     */
    void renew() {
        if (!hold()) throw new CancellationException("another process reads this mailbox");
    }

    /**
     * @throws CancellationException when it is to stop
     */
    void check() {
        if (stopped) throw new CancellationException("told to stop");
    }

    void progressed() {
        watcher.run();
    }

    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    void release() {
        leases.release(place, me);
    }
}
