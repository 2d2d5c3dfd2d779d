package app.rapport.access;

import app.rapport.database.OutsideWorkspace;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Counts what is slowed down when it comes too often. In the database, so that restarting or asking
 * another server does not help.
 */
final class Attempts {
    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final int NETWORK_BYTES = 8;

    private final OutsideWorkspace outside;
    private final Clock clock;

    Attempts(OutsideWorkspace outside, Clock clock) {
        this.outside = outside;
        this.clock = clock;
    }

    /**
     * Of a machine's address what its user cannot choose: whoever has an address of the sixth
     * version has all 2^64 of its network (RFC 6177).
     */
    static String network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length == 4
                    ? address
                    : HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES)) + "::/64";
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    /** How many of that key there were within the window. */
    int of(String key) {
        return outside.jdbc()
                .sql("SELECT count(*) FROM login_failure WHERE key = :key AND at > :since")
                .param("key", hashed(key))
                .param("since", now().minus(WINDOW))
                .query(Integer.class)
                .single();
    }

    void note(List<String> keys) {
        outside.jdbc()
                .sql("DELETE FROM login_failure WHERE at <= :since")
                .param("since", now().minus(WINDOW))
                .update();
        for (String key : keys) {
            outside.jdbc()
                    .sql("INSERT INTO login_failure (key, at) VALUES (:key, :now)")
                    .param("key", hashed(key))
                    .param("now", now())
                    .update();
        }
    }

    void forget(String key) {
        outside.jdbc()
                .sql("DELETE FROM login_failure WHERE key = :key")
                .param("key", hashed(key))
                .update();
    }

    /** People mistype their password into the address field: it must not be readable here. */
    private static String hashed(String key) {
        return HexFormat.of().formatHex(Secrets.hash(key));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
