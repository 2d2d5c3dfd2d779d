package app.rapport.access;

import app.rapport.kernel.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Secrets of 256 random bits, for sessions, tokens and links; only their SHA-256 is ever stored.
 */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    public static String next() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static byte[] hash(String secret) {
        return Sha256.of(secret);
    }
}
