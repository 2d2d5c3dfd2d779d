package app.rapport.access;

import app.rapport.access.model.Base32;
import app.rapport.access.model.OneTimeCode;
import app.rapport.database.OutsideWorkspace;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * A code of six digits besides the password, and ten codes on paper for the day the phone is lost.
 */
@Service
public class SecondFactor {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 10;

    private final OutsideWorkspace outside;
    private final FactorSecrets secrets;
    private final JdbcClient jdbc;
    private final InWorkspace work;
    private final Audit audit;
    private final Clock clock;

    SecondFactor(
            OutsideWorkspace outside,
            FactorSecrets secrets,
            JdbcClient jdbc,
            InWorkspace work,
            Audit audit,
            Clock clock) {
        this.outside = outside;
        this.secrets = secrets;
        this.jdbc = jdbc;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    /** What an authenticator program is given: as letters to type, and as an address to scan. */
    public record Enrolment(String letters, String address) {}

    private record Row(UUID login, Optional<byte[]> secret, boolean confirmed, long lastStep) {}

    public boolean isOn(Member member) {
        return of(member).filter(Row::confirmed).isPresent();
    }

    boolean isOn(UUID login) {
        return row(login).filter(Row::confirmed).isPresent();
    }

    /** A fresh secret; it counts only once a code of it was given. */
    public Enrolment enrol(Member member) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        UUID login = login(member).orElseThrow();
        outside.jdbc()
                .sql(
                        """
                        INSERT INTO second_factor (login_id, secret, sealed, created_at)
                        VALUES (:login, :secret, true, :now)
                        ON CONFLICT (login_id) DO UPDATE SET secret = excluded.secret, sealed = true, created_at = excluded.created_at
                        WHERE second_factor.confirmed_at IS NULL
                        """)
                .param("login", login)
                .param("secret", secrets.seal(login, secret))
                .param("now", now())
                .update();
        return enrolment(member, of(member).orElseThrow());
    }

    /** What {@link #enrol} began; empty when nothing did, or it is finished. */
    public Optional<Enrolment> begun(Member member) {
        return of(member).filter(row -> !row.confirmed()).map(row -> enrolment(member, row));
    }

    private static Enrolment enrolment(Member member, Row row) {
        String letters = Base32.of(row.secret().orElseThrow());
        String label = URLEncoder.encode("Rapport:" + member.email(), StandardCharsets.UTF_8);
        return new Enrolment(
                letters, "otpauth://totp/%s?secret=%s&issuer=Rapport".formatted(label, letters));
    }

    /**
     * Turns it on, and hands out the codes for the day the phone is lost; they are shown this once.
     *
     * @throws Refused when the code is not one of the secret's
     */
    public List<String> confirm(Member member, String code) {
        Row row =
                of(member)
                        .filter(begun -> !begun.confirmed())
                        .orElseThrow(() -> new Refused("code", "Begin again"));
        long step = matching(row, code).orElseThrow(SecondFactor::wrongCode);
        List<String> codes =
                Stream.generate(SecondFactor::recoveryCode).limit(RECOVERY_CODES).toList();
        work.run(
                member.workspace(),
                () -> {
                    jdbc.sql(
                                    "UPDATE second_factor SET confirmed_at = :now, last_step = :step WHERE login_id = :login")
                            .param("login", row.login())
                            .param("now", now())
                            .param("step", step)
                            .update();
                    replaceRecoveryCodes(row.login(), codes);
                    audit.record(
                            member.viewer(), "member.second-factor", member.id().value(), "on");
                });
        return codes;
    }

    private void replaceRecoveryCodes(UUID login, List<String> codes) {
        jdbc.sql("DELETE FROM recovery_code WHERE login_id = :login")
                .param("login", login)
                .update();
        jdbc.sql(
                        "INSERT INTO recovery_code (login_id, code_hash) SELECT :login, unnest(:hashes::bytea[])")
                .param("login", login)
                .param("hashes", codes.stream().map(Secrets::hash).toArray(byte[][]::new))
                .update();
    }

    /**
     * Turns it off.
     *
     * @throws Refused when the code does not fit
     */
    void turnOff(Member member, String code) {
        Row row = of(member).orElseThrow(SecondFactor::wrongCode);
        if (!accepts(row.login(), code)) throw wrongCode();
        work.run(
                member.workspace(),
                () -> {
                    jdbc.sql("DELETE FROM recovery_code WHERE login_id = :login")
                            .param("login", row.login())
                            .update();
                    jdbc.sql("DELETE FROM second_factor WHERE login_id = :login")
                            .param("login", row.login())
                            .update();
                    audit.record(
                            member.viewer(), "member.second-factor", member.id().value(), "off");
                });
    }

    private static Refused wrongCode() {
        return new Refused("code", "This code does not fit. Give the one that is shown now");
    }

    /** Whether that is a code of now, or one of those on paper; each counts once. */
    boolean accepts(UUID login, String code) {
        Optional<Row> row = row(login).filter(Row::confirmed);
        if (row.isEmpty()) return false;
        OptionalLong step = matching(row.get(), code);
        return step.isPresent() ? use(login, step.getAsLong()) : useOnPaper(login, code);
    }

    private OptionalLong matching(Row row, String code) {
        if (row.secret().isEmpty()) return OptionalLong.empty();
        return OneTimeCode.matching(
                row.secret().get(), code.replace(" ", ""), clock.instant(), row.lastStep());
    }

    /** Two who give the same code at once do not both come in. */
    private boolean use(UUID login, long step) {
        return outside.jdbc()
                        .sql(
                                "UPDATE second_factor SET last_step = :step WHERE login_id = :login AND last_step < :step")
                        .param("login", login)
                        .param("step", step)
                        .update()
                == 1;
    }

    private boolean useOnPaper(UUID login, String code) {
        return outside.jdbc()
                        .sql(
                                """
                                UPDATE recovery_code SET used_at = :now
                                WHERE login_id = :login AND code_hash = :hash AND used_at IS NULL
                                """)
                        .param("login", login)
                        .param("hash", Secrets.hash(code.strip().toUpperCase(Locale.ROOT)))
                        .param("now", now())
                        .update()
                == 1;
    }

    /** 80 random bits in four groups, none of them to be mistaken for another. */
    private static String recoveryCode() {
        byte[] bytes = new byte[10];
        RANDOM.nextBytes(bytes);
        return Base32.of(bytes).replaceAll("(.{4})(?=.)", "$1-");
    }

    private Optional<Row> of(Member member) {
        return login(member).flatMap(this::row);
    }

    private Optional<UUID> login(Member member) {
        return outside.jdbc()
                .sql(
                        "SELECT login_id FROM membership WHERE workspace_id = :workspace AND member_id = :member")
                .param("workspace", member.workspace().value())
                .param("member", member.id().value())
                .query(UUID.class)
                .optional();
    }

    private Optional<Row> row(UUID login) {
        return outside.jdbc()
                .sql(
                        "SELECT secret, sealed, confirmed_at, last_step FROM second_factor WHERE login_id = :login")
                .param("login", login)
                .query((row, _) ->
                        new Row(
                                login,
                                secrets.open(
                                        login, row.getBytes("secret"), row.getBoolean("sealed")),
                                row.getObject("confirmed_at") != null,
                                row.getLong("last_step")))
                .optional();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
