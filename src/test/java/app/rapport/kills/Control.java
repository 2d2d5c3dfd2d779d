package app.rapport.kills;

/**
 * A deed that nobody killed.
 *
 * @param difference what it makes of the facts
 * @param millis how long it takes
 */
record Control(Facts difference, long millis) {
    static Control of(Deed deed, World world, String tag) throws Exception {
        deed.prepare();
        Facts before = world.facts(tag);
        long begin = System.nanoTime();
        deed.ask();
        deed.settle();
        long millis = (System.nanoTime() - begin) / 1_000_000;
        Facts difference = world.facts(tag).minus(before);
        if (deed.standing(before, difference) != Deed.Standing.DONE)
            throw new Broken("does nothing even when nobody kills it");
        return new Control(difference, millis);
    }
}
