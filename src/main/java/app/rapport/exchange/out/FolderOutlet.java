package app.rapport.exchange.out;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder. Files are written beside their place and get their names at the end, all together: a
 * folder holds a whole export or the one before.
 */
public final class FolderOutlet implements Outlet, AutoCloseable {
    private static final String HALF = ".half";

    private final Path folder;
    private final List<String> written = new ArrayList<>();

    private FolderOutlet(Path folder) {
        this.folder = folder;
    }

    /**
     * @param ours the names that an export may have; it takes their place
     * @throws Occupied when the folder holds anything else
     */
    public static FolderOutlet at(Path folder, Collection<String> ours) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder))
            throw new Occupied(folder + " is a file; give a folder");
        Files.createDirectories(folder);
        try (Stream<Path> there = Files.list(folder)) {
            List<String> others =
                    there.map(file -> file.getFileName().toString())
                            .filter(name -> !ours.contains(name) && !name.endsWith(HALF))
                            .sorted()
                            .limit(3)
                            .toList();
            if (!others.isEmpty())
                throw new Occupied(
                        "the folder %s holds other things (%s); give an empty one, or one that holds an export"
                                .formatted(folder, String.join(", ", others)));
        }
        return new FolderOutlet(folder);
    }

    /** The folder holds what is not ours. */
    public static final class Occupied extends IOException {
        Occupied(String sentence) {
            super(sentence);
        }
    }

    @Override
    public OutputStream file(String name) throws IOException {
        written.add(name);
        return Files.newOutputStream(half(name));
    }

    private Path half(String name) {
        return folder.resolve("." + name + HALF);
    }

    /** Everything is there: the files get their names. */
    public void keep() throws IOException {
        for (String name : written)
            Files.move(half(name), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        written.clear();
    }

    /** Takes away what was not kept. */
    @Override
    public void close() throws IOException {
        for (String name : written) Files.deleteIfExists(half(name));
    }
}
