package app.rapport.access;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Passwords that cost next to nothing: every test sets up a firm and logs in, and the cost is not
 * what it asks. {@link PasswordsTest} asks what a real one costs; the built program always pays it.
 */
public final class QuickPasswords
        implements ApplicationContextInitializer<GenericApplicationContext> {
    static Passwords passwords() {
        return new Passwords(new Argon2PasswordEncoder(16, 32, 1, 64, 1));
    }

    @Override
    public void initialize(GenericApplicationContext context) {
        context.registerBean(
                "quickPasswords",
                Passwords.class,
                QuickPasswords::passwords,
                bean -> bean.setPrimary(true));
    }
}
