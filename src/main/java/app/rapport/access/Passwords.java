package app.rapport.access;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Passwords are kept as Argon2id hashes (RFC 9106): 16 MB in two passes, a twentieth of a second
 * for us and for each guess. A hash says what it cost, so the cost may be raised one day.
 */
@Component
class Passwords {
    private static final int SHORTEST = 10;

    private final PasswordEncoder encoder;

    /** Made when somebody unknown first tries: it would take a fifth of a second of each start. */
    private final Supplier<String> nobodys;

    @Autowired
    Passwords() {
        this(Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8());
    }

    Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
        nobodys = SingletonSupplier.of(this::unknown);
    }

    /**
     * The hash of a password that somebody has chosen.
     *
     * @throws Refused when it is shorter than ten characters
     */
    String hash(String chosen) {
        if (chosen.length() < SHORTEST)
            throw new Refused("password", "Use at least " + SHORTEST + " characters");
        return encoder.encode(chosen);
    }

    /** The hash of a password that nobody learns, and by which nobody gets in. */
    String unknown() {
        return encoder.encode(Secrets.next());
    }

    /**
     * @param hash empty where there is no such login, which takes as long as a wrong password
     */
    boolean fits(String typed, Optional<String> hash) {
        return encoder.matches(typed, hash.orElseGet(nobodys));
    }
}
