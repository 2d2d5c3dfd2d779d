package app.rapport.kills;

import app.rapport.cli.RapportProcess;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A backup brought back into an empty folder: all of it is there, or the folder says that it is
 * not.
 */
final class Restored extends Command {
    private final Path data;

    Restored(World world, String tag) {
        super(world, tag);
        data = world.folder().resolve(tag);
    }

    @Override
    void prepare() throws Exception {
        world.keptBackup();
    }

    @Override
    Program start() throws Exception {
        return Program.started(data, "restore", world.keptBackup().file().toString());
    }

    @Override
    void kill(Victim victim) throws Exception {
        if (victim.isDatabase() && Files.exists(data.resolve("postgres/postmaster.pid")))
            RapportProcess.killPostmasterOf(data);
        killCommand(victim);
    }

    @Override
    void startAgain(Victim victim) {}

    @Override
    Standing standing(Facts before, Facts difference) throws Exception {
        if (!Files.exists(data.resolve("postgres"))) return Standing.NOTHING;
        Program looking = Program.started(data, "doctor");
        looking.awaitEnd();
        if (!looking.said().contains("well  row-level security")) return Standing.NOTHING;
        Facts here = World.inDatabase(data, owner -> Facts.of(owner, tag));
        Facts wrong = here.minus(world.keptBackup().facts());
        if (!wrong.isEmpty()) throw new Broken("half restored: " + wrong);
        return Standing.DONE;
    }
}
