package app.rapport.database;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * The passwords of the database's roles, made at random, in a file that only its owner can read.
 */
final class ClusterSecrets {
    private static final String SUPERUSER = "superuser";
    private static final String OWNER = "owner";
    private static final String APP = "app";
    private static final String ROLES_MADE = "roles-made";

    private final Path file;
    private final Properties values = new Properties();

    private ClusterSecrets(Path file) {
        this.file = file;
    }

    static ClusterSecrets in(Path data) throws IOException {
        ClusterSecrets secrets = new ClusterSecrets(data.resolve("database.secrets"));
        if (Files.exists(secrets.file)) {
            try (Reader reader = Files.newBufferedReader(secrets.file)) {
                secrets.values.load(reader);
            }
        }
        return secrets;
    }

    Path file() {
        return file;
    }

    boolean complete() {
        return values.containsKey(SUPERUSER)
                && values.containsKey(OWNER)
                && values.containsKey(APP);
    }

    boolean rolesMade() {
        return values.containsKey(ROLES_MADE);
    }

    void make() throws IOException {
        values.clear();
        values.setProperty(SUPERUSER, random());
        values.setProperty(OWNER, random());
        values.setProperty(APP, random());
        save();
    }

    void markRolesMade() throws IOException {
        values.setProperty(ROLES_MADE, "yes");
        save();
    }

    String superuserPassword() {
        return values.getProperty(SUPERUSER);
    }

    DatabaseAccess access(int port) {
        return new DatabaseAccess(
                url(port, "rapport"),
                new DatabaseAccess.Credentials("rapport_owner", values.getProperty(OWNER)),
                new DatabaseAccess.Credentials("rapport_app", values.getProperty(APP)));
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private void save() throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(half);
        Files.createFile(
                half,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(half)) {
            values.store(writer, "Passwords of the embedded database. Keep them with the data.");
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
