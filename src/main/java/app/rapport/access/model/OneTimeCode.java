package app.rapport.access.model;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time passwords: RFC 6238 over RFC 4226, with the values that every authenticator
 * program uses (HMAC-SHA-1, 30 seconds, six digits). SHA-1 is no weakness here: the HMAC does not
 * depend on collisions.
 */
public final class OneTimeCode {
    private static final int SECONDS = 30;
    private static final int DIGITS = 1_000_000;

    /** Clocks differ and people type slowly: one step early or late counts as well. */
    private static final int DRIFT = 1;

    private OneTimeCode() {}

    public static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), SECONDS);
    }

    public static String of(byte[] secret, long step) {
        return "%06d".formatted(truncated(secret, step) % DIGITS);
    }

    /** Section 5.3 of RFC 4226. */
    static int truncated(byte[] secret, long step) {
        byte[] hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        return ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
    }

    /**
     * The step whose code that is, when it is a present one and later than the last that was used:
     * a code that was looked at over a shoulder does not count twice.
     */
    public static OptionalLong matching(byte[] secret, String code, Instant now, long lastUsed) {
        long present = step(now);
        for (long step = present - DRIFT; step <= present + DRIFT; step++) {
            if (step > lastUsed && of(secret, step).equals(code)) return OptionalLong.of(step);
        }
        return OptionalLong.empty();
    }

    private static byte[] hmac(byte[] secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-1", e);
        }
    }
}
