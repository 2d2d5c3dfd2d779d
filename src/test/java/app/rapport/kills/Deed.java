package app.rapport.kills;

/** Something that a member does, on things that no other round touches. */
abstract class Deed {
    final World world;
    final String tag;

    Deed(World world, String tag) {
        this.world = world;
        this.tag = tag;
    }

    /** What became of a deed. */
    enum Standing {
        NOTHING,
        DONE
    }

    /** What it works on. */
    void prepare() throws Exception {}

    /** Asks for it; whoever gets here again was told that it is done. */
    abstract void ask() throws Exception;

    /**
     * After a kill: what a dead process held is free at once; nobody waits minutes for that here.
     */
    void release() throws Exception {}

    /** Waits for what goes on by itself. */
    void settle() throws Exception {}

    /** Whether the moment has come from which it can be killed. */
    boolean hasBegun() {
        return true;
    }

    void kill(Victim victim) throws Exception {
        world.kill(victim);
    }

    void startAgain(Victim victim) throws Exception {
        world.startAgain(victim.isDatabase());
    }

    /**
     * @param before the facts before it
     * @param difference what it makes of them when nobody kills it
     * @throws Broken when it is neither as before nor done
     */
    Standing standing(Facts before, Facts difference) throws Exception {
        Facts now = world.facts(tag).minus(before);
        if (now.isEmpty()) return Standing.NOTHING;
        Facts wrong = now.minus(difference);
        if (!wrong.isEmpty()) throw new Broken("half or twice: " + wrong);
        return Standing.DONE;
    }
}
