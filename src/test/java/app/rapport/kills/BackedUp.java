package app.rapport.kills;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A backup while the server runs: its file is whole, or not there. */
final class BackedUp extends Command {
    private final Path file;

    BackedUp(World world, String tag) {
        super(world, tag);
        file = world.folder().resolve(tag + ".backup");
    }

    @Override
    Program start() throws Exception {
        return Program.started(world.data(), "backup", file.toString());
    }

    @Override
    Standing standing(Facts before, Facts difference) throws Exception {
        Facts changed = world.facts(tag).minus(before);
        if (!changed.isEmpty()) throw new Broken("a backup changed facts: " + changed);
        if (!Files.exists(file)) return Standing.NOTHING;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new Broken("half a backup: " + e.getMessage());
        }
        return Standing.DONE;
    }
}
