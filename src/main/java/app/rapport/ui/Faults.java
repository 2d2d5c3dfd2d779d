package app.rapport.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Faults of ours: logged under a short number that the person can pass on. */
final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private Faults() {}

    static String number(HttpServletRequest request, Throwable cause) {
        int bits = RANDOM.nextInt(1 << 24);
        String number = "%04X-%02X".formatted(bits >>> 8, bits & 0xff);
        LOG.error("{} {} {}", number, request.getMethod(), request.getRequestURI(), cause);
        return number;
    }
}
