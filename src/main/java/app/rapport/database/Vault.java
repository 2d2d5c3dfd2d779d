package app.rapport.database;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals passwords of other systems with AES-256-GCM before they are stored. The key lies in the
 * data folder, or in {@code RAPPORT_VAULT_KEY} (64 hex digits) where several machines share one
 * database, and never in the database: who finds a backup finds no password.
 */
@Component
public class Vault {
    private static final int KEY = 32;
    private final Path file;
    private final Optional<String> given;

    Vault(@Value("${rapport.data}") Path data, @Value("${RAPPORT_VAULT_KEY:}") String given) {
        this.file = data.resolve("vault.key");
        this.given = Optional.of(given).filter(key -> !key.isBlank());
    }

    public static Vault in(Path data) {
        return new Vault(data, "");
    }

    /**
     * @param purpose what it is for; it opens for nothing else
     */
    public byte[] seal(String secret, String purpose) {
        try {
            return cipher().encrypt(
                            secret.getBytes(StandardCharsets.UTF_8),
                            purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty when another key sealed it, as after a restore without the key's file. */
    public Optional<String> open(byte[] sealed, String purpose) {
        try {
            byte[] plain = cipher().decrypt(sealed, purpose.getBytes(StandardCharsets.UTF_8));
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** A hash that nobody makes without our key: the same for the same text. */
    public byte[] mark(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(
                            HexFormat.of().parseHex(given.orElseGet(this::fromFile)),
                            "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private AesGcmJce cipher() throws GeneralSecurityException {
        return new AesGcmJce(HexFormat.of().parseHex(given.orElseGet(this::fromFile)));
    }

    private String fromFile() {
        try {
            if (!Files.exists(file)) make();
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read or made", e);
        }
    }

    private void make() throws IOException {
        byte[] key = new byte[KEY];
        new SecureRandom().nextBytes(key);
        Path half =
                Files.createTempFile(
                        file.getParent(),
                        "vault",
                        "",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(half, HexFormat.of().formatHex(key));
        try {
            Files.createLink(file, half); // unlike a move it never replaces another process's key
        } catch (FileAlreadyExistsException e) {
            return;
        } finally {
            Files.delete(half);
        }
    }
}
