package app.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rapport.access.Doorkeeper.Answer;
import app.rapport.access.model.Base32;
import app.rapport.access.model.OneTimeCode;
import app.rapport.database.TestDatabase;
import app.rapport.database.Vault;
import app.rapport.kernel.Right;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logins, sessions and the set-up link, without the web. */
class DoorkeeperTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final String PASSWORD = "the right words";

    private Runnable meanwhile = () -> {};
    private int looks = -1;
    private Instant now = Instant.parse("2026-03-10T08:00:00Z");
    private TestDatabase database;
    private Access access;
    private Tokens tokens;
    @TempDir private Path folder;
    private FactorSecrets secrets;
    private SecondFactor factor;
    private Doorkeeper door;
    private Sessions sessions;
    private SetupLinks links;

    private final Clock clock =
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    if (--looks == 0) meanwhile.run();
                    return now;
                }
            };

    @BeforeEach
    void freshServer() {
        database = TestDatabase.opened();
        Audit audit = new Audit(database.jdbc(), clock);
        InWorkspace work = new InWorkspace(database.transactionManager());
        KeyRows keys = new KeyRows(database.outside());
        tokens = new Tokens(database.outside(), keys, database.jdbc(), work, audit, clock);
        MemberRows rows = new MemberRows(database.jdbc());
        access =
                new Access(
                        database.outside(),
                        database.jdbc(),
                        QuickPasswords.passwords(),
                        tokens,
                        rows,
                        work,
                        audit,
                        clock);
        secrets = new FactorSecrets(database.outside(), Vault.in(folder));
        factor = new SecondFactor(database.outside(), secrets, database.jdbc(), work, audit, clock);
        door = new Doorkeeper(database.outside(), access, factor, clock);
        sessions = new Sessions(database.outside(), database.jdbc(), work, keys, audit, clock);
        links = new SetupLinks(database.outside(), access, _ -> {}, clock);
    }

    @org.junit.jupiter.api.AfterEach
    void close() {
        database.close();
    }

    @Test
    void after_ten_failures_even_the_right_password_waits_a_quarter_of_an_hour() {
        setUp();
        for (int i = 0; i < Doorkeeper.FAILURES_OF_A_LOGIN; i++) {
            assertThat(ask("wrong words " + i, "192.0.2." + i)).isInstanceOf(Answer.Wrong.class);
        }
        assertThat(ask(PASSWORD, "198.51.100.7")).isInstanceOf(Answer.Wait.class);

        now = now.plus(Doorkeeper.WINDOW).plusSeconds(1);
        assertThat(ask(PASSWORD, "198.51.100.7")).isInstanceOf(Answer.In.class);
    }

    @Test
    void of_many_guesses_at_once_those_after_the_tenth_failure_are_lost() {
        setUp();
        meanwhile =
                () -> {
                    for (int i = 0; i < Doorkeeper.FAILURES_OF_A_LOGIN; i++)
                        ask("wrong words " + i, "192.0.2." + i);
                };
        looks = 2; // after the right one was let begin
        assertThat(ask(PASSWORD, "198.51.100.7")).isInstanceOf(Answer.Wait.class);
    }

    @Test
    void all_addresses_of_one_home_count_together() {
        setUp();
        for (int i = 0; i < Doorkeeper.FAILURES_FROM_AN_ADDRESS; i++)
            door.ask("guess" + i + "@tarn.example", "wrong words", "2001:db8:1:2::" + i);
        assertThat(ask(PASSWORD, "2001:db8:1:2:ffff::1")).isInstanceOf(Answer.Wait.class);
        assertThat(ask(PASSWORD, "2001:db8:1:3::1")).isInstanceOf(Answer.In.class);
    }

    @Test
    void who_tries_many_logins_from_one_address_waits_as_well() {
        setUp();
        for (int i = 0; i < Doorkeeper.FAILURES_FROM_AN_ADDRESS; i++) {
            door.ask("guess" + i + "@tarn.example", "wrong words", "192.0.2.1");
        }
        assertThat(ask(PASSWORD, "192.0.2.1")).isInstanceOf(Answer.Wait.class);
        assertThat(ask(PASSWORD, "192.0.2.2")).isInstanceOf(Answer.In.class);
    }

    @Test
    void a_session_lives_for_thirty_days_after_its_last_use() {
        String secret = sessions.open(setUp(), "a browser");

        now = now.plus(Duration.ofDays(29));
        assertThat(sessions.find(secret)).isPresent();
        now = now.plus(Duration.ofDays(29));
        assertThat(sessions.find(secret)).isPresent();
        now = now.plus(Duration.ofDays(31));
        assertThat(sessions.find(secret)).isEmpty();
    }

    @Test
    void a_changed_password_ends_the_other_sessions() {
        Member nora = setUp();
        String here = sessions.open(nora, "here");
        String elsewhere = sessions.open(nora, "elsewhere");

        assertThatThrownBy(() -> access.changePassword(nora, "not this", "other words now"))
                .isInstanceOf(Refused.class);
        access.changePassword(nora, PASSWORD, "other words now");
        assertThat(sessions.closeOthers(nora, here)).isEqualTo(1);

        assertThat(sessions.find(elsewhere)).isEmpty();
        assertThat(sessions.find(here)).isPresent();
        assertThat(ask("other words now", "192.0.2.1")).isInstanceOf(Answer.In.class);
    }

    @Test
    void the_database_holds_no_secret_in_clear() {
        Member nora = setUp();
        String secret = sessions.open(nora, "a browser");
        String token = access.createToken(nora.viewer(), "t");
        String stored =
                database.owner()
                        .jdbc()
                        .sql(
                                """
                                SELECT (SELECT json_agg(s)::text FROM session s) || (SELECT json_agg(t)::text FROM api_token t)
                                    || (SELECT json_agg(l)::text FROM login l)
                                """)
                        .query(String.class)
                        .single();

        assertThat(stored).doesNotContain(secret, token, PASSWORD).contains("$argon2id$");
    }

    @Test
    void the_use_of_a_token_is_written_once_a_minute() {
        Member nora = setUp();
        String token = tokens.create(nora.viewer(), "t", Scope.READ);

        assertThat(access.byToken(token).orElseThrow().scope()).isEqualTo(Scope.READ);
        Instant first = lastUse(nora);
        now = now.plusSeconds(59);
        access.byToken(token);
        assertThat(lastUse(nora)).isEqualTo(first);
        now = now.plusSeconds(2);
        access.byToken(token);
        assertThat(lastUse(nora)).isEqualTo(now);
    }

    private Instant lastUse(Member member) {
        return tokens.list(member.viewer()).getFirst().lastUsed().orElseThrow();
    }

    @Test
    void a_session_is_listed_and_ended_by_its_own_login_alone() {
        Member nora = setUp();
        Member dai = access.setUp("Penny", "dai@penny.example", "Dai Penhallow", PASSWORD, ZONE);
        String here = sessions.open(nora, "here");
        String elsewhere = sessions.open(nora, "elsewhere");
        var other =
                sessions.list(nora, here).stream()
                        .filter(session -> !session.here())
                        .findFirst()
                        .orElseThrow();

        assertThat(other.browser()).isEqualTo("elsewhere");
        assertThat(sessions.end(dai, other.id(), here)).isFalse();
        assertThat(sessions.find(elsewhere)).isPresent();
        assertThat(sessions.end(nora, other.id(), here)).isTrue();
        assertThat(sessions.find(elsewhere)).isEmpty();
        assertThat(sessions.list(nora, here)).hasSize(1);
    }

    @Test
    void with_a_second_factor_the_password_alone_lets_nobody_in() {
        Member nora = setUp();
        List<String> onPaper = factor.confirm(nora, code(factor.enrol(nora)));
        now = now.plusSeconds(60);

        String half = ((Answer.NeedsCode) ask(PASSWORD, "192.0.2.1")).half();
        assertThat(door.askCode(half, "000000", "192.0.2.1")).isInstanceOf(Answer.Wrong.class);
        assertThat(door.askCode("made up", onPaper.getFirst(), "192.0.2.1"))
                .isInstanceOf(Answer.Wrong.class);
        assertThat(door.askCode(half, onPaper.getFirst(), "192.0.2.1"))
                .isEqualTo(new Answer.In(nora));

        String next = ((Answer.NeedsCode) ask(PASSWORD, "192.0.2.1")).half();
        assertThat(door.askCode(next, onPaper.getFirst(), "192.0.2.1"))
                .as("a code on paper counts once")
                .isInstanceOf(Answer.Wrong.class);
        now = now.plus(Doorkeeper.HALF_LIFE).plusSeconds(1);
        assertThat(door.askCode(next, onPaper.getLast(), "192.0.2.1"))
                .as("a password given long ago counts no more")
                .isInstanceOf(Answer.Wrong.class);
    }

    @Test
    void codes_are_guessed_no_faster_than_passwords() {
        Member nora = setUp();
        String onPaper = factor.confirm(nora, code(factor.enrol(nora))).getFirst();
        String half = ((Answer.NeedsCode) ask(PASSWORD, "192.0.2.1")).half();

        for (int i = 0; i < Doorkeeper.FAILURES_OF_A_LOGIN; i++) {
            door.askCode(half, "wrong " + i, "192.0.2." + i);
        }

        assertThat(door.askCode(half, onPaper, "198.51.100.7")).isInstanceOf(Answer.Wait.class);
    }

    @Test
    void a_factor_counts_only_once_it_was_confirmed_and_a_wrong_code_confirms_nothing() {
        Member nora = setUp();
        factor.enrol(nora);

        assertThatThrownBy(() -> factor.confirm(nora, "000000")).isInstanceOf(Refused.class);
        assertThat(factor.isOn(nora)).isFalse();
        assertThat(ask(PASSWORD, "192.0.2.1")).isInstanceOf(Answer.In.class);
    }

    @Test
    void a_workspace_that_asks_for_a_factor_opens_nothing_but_ones_own_without() {
        Member nora = setUp();
        database.owner().jdbc().sql("UPDATE workspace SET second_factor_required = true").update();
        Member owing = access.member(nora.workspace(), nora.id()).orElseThrow();

        assertThat(new Key(owing, Scope.WRITE).opens(Right.READ_RECORDS)).isFalse();
        assertThat(new Key(owing, Scope.WRITE).opens(Right.CHANGE_OWN)).isTrue();
        factor.confirm(nora, code(factor.enrol(nora)));
        Member with = access.member(nora.workspace(), nora.id()).orElseThrow();
        assertThat(new Key(with, Scope.WRITE).opens(Right.READ_RECORDS)).isTrue();
    }

    /** As a phone would compute it from the letters. */
    private String code(SecondFactor.Enrolment enrolment) {
        byte[] secret = secrets.open(login(), stored(), true).orElseThrow();
        assertThat(Base32.of(secret)).isEqualTo(enrolment.letters());
        return OneTimeCode.of(secret, OneTimeCode.step(now));
    }

    private UUID login() {
        return database.owner().jdbc().sql("SELECT id FROM login").query(UUID.class).single();
    }

    private byte[] stored() {
        return database.owner()
                .jdbc()
                .sql("SELECT secret FROM second_factor")
                .query(byte[].class)
                .single();
    }

    @Test
    void a_secret_of_before_still_lets_in_and_is_sealed_by_that() {
        Member nora = setUp();
        String code = code(factor.enrol(nora));
        factor.confirm(nora, code);
        byte[] plain = unseal();
        now = now.plusSeconds(60);

        String half = ((Answer.NeedsCode) ask(PASSWORD, "192.0.2.1")).half();
        String next = OneTimeCode.of(plain, OneTimeCode.step(now));
        assertThat(door.askCode(half, next, "192.0.2.1")).isEqualTo(new Answer.In(nora));
        assertThat(stored()).isNotEqualTo(plain);
        assertThat(secrets.open(login(), stored(), true)).hasValue(plain);
    }

    @Test
    void the_job_seals_what_nobody_uses() {
        Member nora = setUp();
        factor.enrol(nora);
        byte[] plain = unseal();

        secrets.run();
        secrets.run();

        assertThat(secrets.open(login(), stored(), true)).hasValue(plain);
    }

    @Test
    void without_the_key_only_the_codes_on_paper_let_in() throws IOException {
        Member nora = setUp();
        List<String> onPaper = factor.confirm(nora, code(factor.enrol(nora)));
        Files.writeString(folder.resolve("vault.key"), "00".repeat(32));
        now = now.plusSeconds(60);

        String half = ((Answer.NeedsCode) ask(PASSWORD, "192.0.2.1")).half();
        assertThat(door.askCode(half, "123456", "192.0.2.1")).isInstanceOf(Answer.Wrong.class);
        assertThat(door.askCode(half, onPaper.getFirst(), "192.0.2.1"))
                .isEqualTo(new Answer.In(nora));
    }

    /** As the release before stored it. */
    private byte[] unseal() {
        byte[] plain = secrets.open(login(), stored(), true).orElseThrow();
        database.owner()
                .jdbc()
                .sql("UPDATE second_factor SET secret = :plain, sealed = false")
                .param("plain", plain)
                .update();
        return plain;
    }

    @Test
    void a_setup_link_works_once_and_survives_a_form_that_was_wrong() {
        String token = links.fresh().orElseThrow().substring("/setup/".length());

        assertThatThrownBy(
                        () -> links.claim(token, "Tarn", "n@tarn.example", "Nora", "short", ZONE))
                .isInstanceOf(Refused.class);
        assertThat(links.isOpen(token)).isTrue();
        links.claim(token, "Tarn", "n@tarn.example", "Nora", PASSWORD, ZONE);

        assertThat(links.isOpen(token)).isFalse();
        assertThatThrownBy(
                        () -> links.claim(token, "Mine", "evil@x.example", "Eve", PASSWORD, ZONE))
                .isInstanceOf(Refused.class);
        assertThat(links.fresh()).isEmpty();
    }

    @Test
    void a_newer_setup_link_closes_the_older() {
        String first = links.fresh().orElseThrow().substring("/setup/".length());
        links.fresh();

        assertThat(links.isOpen(first)).isFalse();
    }

    private Member setUp() {
        return access.setUp("Tarn", "nora@tarn.example", "Nora", PASSWORD, ZONE);
    }

    private Answer ask(String password, String from) {
        return door.ask("nora@tarn.example", password, from);
    }
}
