package app.rapport.kills;

import org.jspecify.annotations.Nullable;

/** A deed of a command beside the server; it is the command that is killed. */
abstract class Command extends Deed {
    private volatile @Nullable Program running;

    Command(World world, String tag) {
        super(world, tag);
    }

    abstract Program start() throws Exception;

    @Override
    void ask() throws Exception {
        Program program = start();
        running = program;
        program.ended();
    }

    @Override
    boolean hasBegun() {
        return running != null;
    }

    @Override
    void kill(Victim victim) throws Exception {
        if (victim.isDatabase()) world.killDatabase();
        killCommand(victim);
    }

    final void killCommand(Victim victim) throws Exception {
        Program program = running;
        if (program == null) return;
        if (victim.isApp()) program.kill();
        else program.awaitEnd();
    }
}
