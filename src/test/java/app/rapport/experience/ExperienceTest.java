package app.rapport.experience;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.House;
import app.rapport.access.MailPrivacy;
import app.rapport.access.Members;
import app.rapport.access.Role;
import app.rapport.browser.TestServer;
import app.rapport.database.CurrentWorkspace;
import app.rapport.exchange.FileImport;
import app.rapport.experience.model.Ledger;
import app.rapport.experience.model.Ledger.Line;
import app.rapport.experience.model.Mark.Feeling;
import app.rapport.experience.model.State;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.RecordKind;
import app.rapport.kernel.Viewer;
import app.rapport.people.Erasures;
import app.rapport.people.Merges;
import app.rapport.people.People;
import app.rapport.promises.Promises;
import app.rapport.promises.model.Promise;
import app.rapport.promises.model.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happened to a customer moves the ledger, opens to the facts, and bends to a correction. */
class ExperienceTest {
    private static final DateTimeFormatter MAIL_DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private static TestServer server;
    private static int firms;

    private Viewer nora;
    private Viewer tom;
    private PersonId marta;
    private AccountId quill;

    @BeforeAll
    static void open() {
        server = TestServer.start();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void a_firm_that_let_a_customer_wait_once() {
        String address = "nora" + ++firms + "@tarn.example";
        nora =
                server.bean(Access.class)
                        .setUp(
                                "Tarn " + firms,
                                address,
                                "Nora",
                                "four sample cartridges",
                                ZoneId.of("Europe/Berlin"))
                        .viewer();
        tom =
                server.bean(Members.class)
                        .add(
                                nora.workspace(),
                                "tom" + firms + "@tarn.example",
                                "Tom",
                                Role.SELLER,
                                Optional.of("four sample cartridges"),
                                Optional.empty())
                        .viewer();
        in(() -> {
            server.bean(House.class).addOwnAddresses(nora, List.of(address));
            return null;
        });
        String asks = "Could you send me the data sheet by Monday, please?";
        bring(
                mail("Marta Vesely <marta@quill.example>", address, 1, 40 * 24, asks)
                        + mail("Nora <" + address + ">", "marta@quill.example", 2, 30 * 24, "Here.")
                        + mail("Marta Vesely <marta@quill.example>", address, 3, 50, asks)
                        + mail("Nora <" + address + ">", "marta@quill.example", 4, 48, "Here."));
        marta =
                in(() -> server.bean(People.class).byAddress(nora, List.of("marta@quill.example")))
                        .get("marta@quill.example");
        quill =
                in(() -> server.bean(People.class).card(nora, marta))
                        .orElseThrow()
                        .account()
                        .orElseThrow();
    }

    private static String mail(String from, String to, int number, int hoursAgo, String words) {
        return "From x Mon Mar  9 09:14:00 2026\nFrom: %s\nTo: %s\nDate: %s\nMessage-ID: <%d@%d.example>\nSubject: Sheet %d\n\n%s\n\n"
                .formatted(
                        from,
                        to,
                        MAIL_DATE.format(Instant.now().minus(Duration.ofHours(hoursAgo))),
                        number,
                        firms,
                        number / 3,
                        words);
    }

    private void bring(String mbox) {
        in(() -> {
            try {
                Path file = Files.createTempFile("experience", ".mbox");
                Files.writeString(file, mbox);
                FileImport imports = server.bean(FileImport.class);
                imports.run(nora, imports.begin(nora, List.of(file)), _ -> {});
                Files.delete(file);
                return null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private <T> T in(Supplier<T> work) {
        return CurrentWorkspace.call(nora.workspace(), work);
    }

    private Experiences experiences() {
        return server.bean(Experiences.class);
    }

    private Ledger ledger(Viewer viewer, Instant at) {
        return in(() -> experiences().with(viewer, marta, at));
    }

    private Ledger now() {
        return ledger(nora, Instant.now().plusSeconds(1));
    }

    private UUID mark(Feeling feeling, String words) {
        return in(() ->
                experiences()
                        .mark(nora, marta, new Experiences.New(feeling, words, Instant.now())));
    }

    @Test
    void a_long_wait_and_a_quick_answer_are_small_signs_that_open_to_the_mail() {
        Ledger ledger = now();

        assertThat(ledger.state()).isEqualTo(State.NOT_KNOWN);
        assertThat(ledger.lines()).hasSize(2);
        assertThat(ledger.lines().getFirst().entry().points()).isEqualTo(.3);
        assertThat(ledger.lines().getLast().entry().points()).isEqualTo(-3);
        assertThat(ledger.lines().getLast().entry().reason())
                .isEqualTo("Waited 10 days for an answer; usual is 24 h");
        assertThat(ledger.lines()).allMatch(line -> line.entry().href().startsWith("/touches/"));
        assertThat(ledger(nora, Instant.now().minus(Duration.ofDays(38))).lines()).isEmpty();
    }

    @Test
    void a_promise_kept_and_a_mark_move_it_and_it_can_be_asked_how_it_was_before() {
        Instant before = Instant.now();
        Promises promises = server.bean(Promises.class);
        Promise promise =
                in(() ->
                        promises.make(
                                nora,
                                new Promises.New(
                                        Promise.Side.OURS,
                                        Optional.of(marta),
                                        nora.member(),
                                        "send the sheet",
                                        Optional.empty(),
                                        2,
                                        Optional.empty())));
        in(() ->
                promises.move(
                        nora, promise.id(), Step.Kind.KEPT, Optional.empty(), Optional.empty()));
        double kept = now().score();
        UUID mark = mark(Feeling.DELIGHTED, "The visit");

        Ledger after = now();

        assertThat(kept).isGreaterThan(ledger(nora, before).score() + 5.9);
        assertThat(after.score()).isGreaterThan(kept + 17.9);
        assertThat(after.state()).isEqualTo(State.DELIGHTED);
        assertThat(after.lines())
                .extracting(line -> line.entry().reason())
                .contains("send the sheet: kept", "Delighted, says Nora: The visit");
        assertThat(ledger(nora, before).lines()).hasSize(2);
        assertThat(in(() -> experiences().ofEach(nora, List.of(marta), after.at())))
                .containsEntry(marta, after);

        in(() -> experiences().takeBack(nora, marta.value(), mark));
        assertThat(now().score()).isLessThan(kept + .1);
    }

    @Test
    void what_is_wrong_counts_nothing_until_it_counts_again() {
        Line wait = now().lines().getLast();

        assertThat(in(() -> experiences().correct(nora, marta, wait.entry().key(), "We talked")))
                .isTrue();
        assertThat(now().score()).isPositive();
        assertThat(now().lines().getLast().wrong().orElseThrow().by()).isEqualTo("Nora");

        in(() -> experiences().countAgain(nora, marta, wait.entry().key()));
        assertThat(now().score()).isNegative();
    }

    @Test
    void a_company_meets_what_its_people_meet_and_has_marks_of_its_own() {
        in(() ->
                experiences()
                        .mark(
                                nora,
                                quill,
                                new Experiences.New(Feeling.PLEASED, "", Instant.now())));

        Ledger ledger =
                in(() ->
                        experiences()
                                .with(nora, quill, List.of(marta), Instant.now().plusSeconds(1)));

        assertThat(ledger.lines()).hasSize(3);
        assertThat(now().lines()).hasSize(2);
    }

    @Test
    void marks_go_along_when_two_become_one_and_go_when_one_is_erased() {
        bring(
                mail(
                        "M. Vesely <m.vesely@quill.example>",
                        "nora" + firms + "@tarn.example",
                        9,
                        3,
                        "Hello."));
        PersonId twin =
                in(() ->
                                server.bean(People.class)
                                        .byAddress(nora, List.of("m.vesely@quill.example")))
                        .get("m.vesely@quill.example");
        mark(Feeling.HURT, "Marta Vesely was shouted at");
        in(() ->
                server.bean(Merges.class)
                        .join(nora, RecordKind.CONTACT, twin.value(), marta.value(), Map.of()));

        Ledger joined = in(() -> experiences().with(nora, twin, Instant.now().plusSeconds(1)));
        assertThat(joined.state()).isEqualTo(State.UNHAPPY);

        in(() -> {
            server.bean(Erasures.class).erase(nora, twin);
            return null;
        });
        assertThat(in(() -> experiences().with(nora, twin, Instant.now())).lines()).isEmpty();
    }

    @Test
    void a_colleague_sees_that_they_waited_and_nothing_of_what_is_kept_private() {
        assertThat(ledger(tom, Instant.now()).lines()).hasSize(2);

        in(() -> {
            server.bean(MailPrivacy.class).keepPrivate(nora, "marta@quill.example");
            return null;
        });

        assertThat(ledger(tom, Instant.now()).lines()).isEmpty();
        assertThat(ledger(nora, Instant.now()).lines()).hasSize(2);
    }
}
