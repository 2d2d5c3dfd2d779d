package app.rapport.demo;

import app.rapport.access.Secrets;
import app.rapport.access.ServerClaimed;
import app.rapport.access.SetupLinks;
import app.rapport.demo.model.Play;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneId;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Who may look around: who has the set-up link of a server that is nobody's yet, or the link that a
 * start with {@code --demo} printed, which opens as long as that process runs. Reaching the port is
 * not enough.
 */
@Service
public class DemoDoor {
    private static final Logger LOG = LoggerFactory.getLogger(DemoDoor.class);
    private static final int NOTHING_GOING_ON = -1;

    private final Demo demo;
    private final SetupLinks links;
    private final Clock clock;
    private final AtomicInteger percent = new AtomicInteger(NOTHING_GOING_ON);
    private volatile String printed = "";

    DemoDoor(Demo demo, SetupLinks links, Clock clock) {
        this.demo = demo;
        this.links = links;
        this.clock = clock;
    }

    /** Makes the firm where there is none, and a link's path that leads into it. */
    public String open(IntConsumer told) {
        if (!demo.isThere()) make(told);
        printed = Secrets.next();
        return "/demo/" + printed;
    }

    public boolean opens(String token) {
        return (!printed.isEmpty() && isPrinted(token)) || links.isOpen(token);
    }

    private boolean isPrinted(String token) {
        return MessageDigest.isEqual(
                printed.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Makes the firm behind the back of who asked; whoever asks meanwhile is told how far it is.
     */
    public void makeMeanwhile() {
        if (demo.isThere() || !percent.compareAndSet(NOTHING_GOING_ON, 0)) return;
        Thread.ofVirtual().name("made-up firm").start(this::makeAndTell);
    }

    private void makeAndTell() {
        try {
            make(percent::set);
        } catch (RuntimeException e) {
            LOG.error("the made-up firm could not be made", e);
        } finally {
            percent.set(NOTHING_GOING_ON);
        }
    }

    private void make(IntConsumer told) {
        demo.make(Play.SEED, clock.instant(), ZoneId.systemDefault(), told);
    }

    /** How far the firm is that is being made. */
    public OptionalInt percent() {
        int now = percent.get();
        return now == NOTHING_GOING_ON ? OptionalInt.empty() : OptionalInt.of(now);
    }

    /** Whoever looked around has a firm of their own now; the way back is gone with the link. */
    @EventListener
    void on(ServerClaimed claimed) {
        if (printed.isEmpty()) demo.remove();
    }
}
