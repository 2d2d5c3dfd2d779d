package app.rapport.access;

import app.rapport.database.OutsideWorkspace;
import app.rapport.database.RecurringJob;
import app.rapport.database.Vault;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Keeps the secrets of second factors sealed. Those stored before sealing began are sealed when
 * they are next used, and once a day the rest.
 */
@Component
class FactorSecrets implements RecurringJob {
    private final OutsideWorkspace outside;
    private final Vault vault;

    FactorSecrets(OutsideWorkspace outside, Vault vault) {
        this.outside = outside;
        this.vault = vault;
    }

    byte[] seal(UUID login, byte[] secret) {
        return vault.seal(HexFormat.of().formatHex(secret), purpose(login));
    }

    /**
     * Empty when another key sealed it, as after a restore without the key's file: then only the
     * codes on paper let somebody in.
     */
    Optional<byte[]> open(UUID login, byte[] stored, boolean sealed) {
        if (sealed) return vault.open(stored, purpose(login)).map(HexFormat.of()::parseHex);
        replace(login, stored);
        return Optional.of(stored);
    }

    /** Whoever enrolled anew meanwhile keeps the new one. */
    private void replace(UUID login, byte[] plain) {
        outside.jdbc()
                .sql(
                        """
                        UPDATE second_factor SET secret = :secret, sealed = true
                        WHERE login_id = :login AND NOT sealed AND secret = :plain
                        """)
                .param("secret", seal(login, plain))
                .param("login", login)
                .param("plain", plain)
                .update();
    }

    private static String purpose(UUID login) {
        return "second-factor:" + login;
    }

    @Override
    public String name() {
        return "seal-second-factors";
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    private record Plain(UUID login, byte[] secret) {}

    @Override
    public void run() {
        outside.jdbc()
                .sql("SELECT login_id, secret FROM second_factor WHERE NOT sealed")
                .query((row, _) -> new Plain(row.getObject(1, UUID.class), row.getBytes(2)))
                .list()
                .forEach(plain -> replace(plain.login(), plain.secret()));
    }
}
