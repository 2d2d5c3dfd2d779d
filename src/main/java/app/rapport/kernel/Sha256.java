package app.rapport.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The SHA-256 of something (FIPS 180-4): 32 bytes by which it is known. */
public final class Sha256 {
    private Sha256() {}

    public static byte[] of(byte[] content) {
        return begun().digest(content);
    }

    /** Of the words in UTF-8. */
    public static byte[] of(String words) {
        return of(words.getBytes(StandardCharsets.UTF_8));
    }

    /** To be fed piece by piece. */
    public static MessageDigest begun() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
