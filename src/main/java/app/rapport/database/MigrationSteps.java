package app.rapport.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Some of the steps, copied to a folder of their own. Flyway takes all steps up to one; a backup
 * may lack one in between that came to the program later, with a lower number.
 */
final class MigrationSteps implements AutoCloseable {
    private static final String ROOT = "db/migration/";

    private final Path folder;
    private final int count;

    private MigrationSteps(Path folder, int count) {
        this.folder = folder;
        this.count = count;
    }

    static MigrationSteps only(List<String> versions) throws IOException {
        Path folder = Files.createTempDirectory("rapport-steps-");
        int count = 0;
        for (Resource step :
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:" + ROOT + "**/V*__*.sql")) {
            String place = step.getURL().toString();
            String within = place.substring(place.lastIndexOf(ROOT) + ROOT.length());
            String name = within.substring(within.lastIndexOf('/') + 1);
            if (!versions.contains(name.substring(1, name.indexOf("__")))) continue;
            copy(step, folder.resolve(within));
            count++;
        }
        return new MigrationSteps(folder, count);
    }

    private static void copy(Resource step, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (InputStream in = step.getInputStream()) {
            Files.copy(in, to);
        }
    }

    /** How many of the versions there are here. */
    int count() {
        return count;
    }

    String location() {
        return "filesystem:" + folder;
    }

    @Override
    public void close() throws IOException {
        FileTree.delete(folder);
    }
}
