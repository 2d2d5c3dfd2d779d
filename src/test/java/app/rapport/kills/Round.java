package app.rapport.kills;

import app.rapport.kills.Deed.Standing;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One kill, and what was seen of it.
 *
 * @param part of the deed's usual time after which it was
 * @param told whether the member was told that it is done
 * @param found how the deed stood after the start that followed, before anybody asked again
 */
record Round(Kind kind, Victim victim, double part, boolean told, Standing found) {

    static Round of(Kind kind, Victim victim, double part, Control control, World world, String tag)
            throws Exception {
        Deed deed = kind.deed(world, tag);
        deed.prepare();
        Facts before = world.facts(tag);
        boolean told = killed(deed, victim, Math.round(part * control.millis()));
        deed.startAgain(victim);
        deed.release();
        deed.settle();
        Standing found = deed.standing(before, control.difference());
        if (told && found == Standing.NOTHING) throw new Broken("acknowledged, and lost");
        if (found == Standing.NOTHING) {
            deed.ask();
            deed.settle();
            if (deed.standing(before, control.difference()) == Standing.NOTHING)
                throw new Broken("asked again, and still nothing");
        }
        return new Round(kind, victim, part, told, found);
    }

    /** Asks, and kills in the middle; whether an answer came all the same. */
    private static boolean killed(Deed deed, Victim victim, long millis) throws Exception {
        AtomicBoolean told = new AtomicBoolean();
        Thread asking =
                Thread.ofPlatform()
                        .start(() -> {
                            try {
                                deed.ask();
                                told.set(true);
                            } catch (Exception e) {
                                // what the kill was for
                            }
                        });
        while (!deed.hasBegun() && asking.isAlive()) Thread.sleep(1);
        Thread.sleep(millis);
        deed.kill(victim);
        asking.join(180_000);
        if (asking.isAlive()) throw new Broken("whoever asked waits for ever");
        return told.get();
    }
}
