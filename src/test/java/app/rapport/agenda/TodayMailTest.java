package app.rapport.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.BaseAddress;
import app.rapport.access.House;
import app.rapport.access.Profiles;
import app.rapport.agenda.store.TodayMailDays;
import app.rapport.browser.TestServer;
import app.rapport.database.OwnerDatabase;
import app.rapport.exchange.FileImport;
import app.rapport.post.Post;
import app.rapport.post.SmtpAccount;
import app.rapport.post.SmtpAccounts;
import app.rapport.ui.Parts;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;

/** Each working morning, once, to who wants it. */
class TodayMailTest {
    private static final LocalDate MONDAY =
            LocalDate.now(ZoneOffset.UTC).with(TemporalAdjusters.next(DayOfWeek.MONDAY));

    private static TestServer server;
    private static TodayHouse house;

    @BeforeAll
    static void somebodyWaits() {
        server = TestServer.start();
        house =
                new TodayHouse(
                        server.bean(Access.class),
                        server.bean(House.class),
                        server.bean(FileImport.class));
        house.mail(
                        "Marta Vesely <m.vesely@quillbrook.example>",
                        "Nora Pelling <" + TodayHouse.OWNER + ">",
                        at(MONDAY.minusDays(4), "10:00"),
                        "Easter",
                        "Dear Nora, can your crew change twelve housings over Easter?")
                .bring();
        house.in(() -> {
            // nobody listens there: what is ordered stays in the outbox and can be counted
            SmtpAccount account =
                    new SmtpAccount(
                            "127.0.0.1",
                            9,
                            SmtpAccount.Security.NONE,
                            "",
                            SmtpAccount.Method.PASSWORD,
                            "crm@tarnteasel.example",
                            "");
            server.bean(SmtpAccounts.class)
                    .save(house.viewer(), SmtpAccounts.Whose.WORKSPACES, account, Optional.empty());
            return true;
        });
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void nothingIsSentYet() {
        owner().sql("DELETE FROM outgoing_mail").update();
        owner().sql("DELETE FROM today_mail").update();
        want(true);
    }

    private static org.springframework.jdbc.core.simple.JdbcClient owner() {
        return server.bean(OwnerDatabase.class).jdbc();
    }

    private static void want(boolean wanted) {
        house.in(() -> {
            server.bean(Profiles.class).wantToday(house.viewer(), wanted);
            return true;
        });
    }

    private static Instant at(LocalDate day, String time) {
        return Instant.parse(day + "T" + time + ":00Z");
    }

    private static void run(LocalDate day, String time) {
        new TodayMails(
                        server.bean(Profiles.class),
                        server.bean(Access.class),
                        server.bean(House.class),
                        server.bean(Today.class),
                        server.bean(TodayMailDays.class),
                        server.bean(Post.class),
                        server.bean(Parts.class),
                        server.bean(BaseAddress.class),
                        server.bean(PlatformTransactionManager.class),
                        Clock.fixed(at(day, time), ZoneOffset.UTC))
                .run();
    }

    private static List<String> ordered() {
        return owner().sql("SELECT raw FROM outgoing_mail").query(byte[].class).list().stream()
                .map(raw -> new String(raw, StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void it_tells_who_waits_and_why_as_text_and_as_html_with_the_way_there() {
        run(MONDAY, "07:31");
        assertThat(ordered()).hasSize(1);
        assertThat(ordered().getFirst())
                .contains("To: " + TodayHouse.OWNER)
                .contains("Subject: Today: 1 person")
                .contains("text/plain")
                .contains("text/html")
                .contains("Marta Vesely")
                .contains("/people/")
                .contains("Auto-Submitted: auto-generated");
    }

    @Test
    void it_holds_nobody_s_own_words() {
        run(MONDAY, "07:31");
        assertThat(ordered().getFirst()).contains("Asks you alone.").doesNotContain("housings");
    }

    @Test
    void it_comes_neither_before_half_past_seven_nor_in_the_afternoon_nor_on_a_day_off() {
        run(MONDAY, "07:29");
        run(MONDAY, "11:00");
        run(MONDAY.minusDays(1), "07:31");
        assertThat(ordered()).isEmpty();
    }

    @Test
    void it_comes_once_a_day_also_with_two_processes() throws InterruptedException {
        List<Thread> processes = new ArrayList<>();
        for (int i = 0; i < 4; i++)
            processes.add(Thread.ofPlatform().start(() -> run(MONDAY, "07:31")));
        for (Thread process : processes) process.join();
        run(MONDAY, "09:00");
        assertThat(ordered()).hasSize(1);
        run(MONDAY.plusDays(1), "07:31");
        assertThat(ordered()).hasSize(2);
    }

    @Test
    void who_does_not_want_it_is_left_alone() {
        want(false);
        run(MONDAY, "07:31");
        assertThat(ordered()).isEmpty();
    }
}
