package app.rapport.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rapport.access.Access;
import app.rapport.access.IdempotentAnswers;
import app.rapport.access.IdempotentAnswers.Remembered;
import app.rapport.access.Member;
import app.rapport.access.Refused;
import app.rapport.browser.TestServer;
import app.rapport.conversations.Channel;
import app.rapport.conversations.Conversations;
import app.rapport.conversations.Side;
import app.rapport.conversations.TypedTouch;
import app.rapport.conversations.Withdrawals;
import app.rapport.database.CurrentWorkspace;
import app.rapport.exchange.FileImport;
import app.rapport.exchange.ImportRecords;
import app.rapport.exchange.model.Report;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.PersonRecords.Fact;
import app.rapport.kernel.RecordKind;
import app.rapport.kernel.TouchId;
import app.rapport.people.model.ContactField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is erased takes nobody else along. */
class ErasuresTest {
    private static TestServer server;
    private static int round;
    @TempDir Path files;
    private Member nora;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void aFirm() {
        nora = firm();
    }

    private static Member firm() {
        String email = "nora@firm" + ++round + ".example";
        return server.bean(Access.class)
                .setUp("Firm", email, "Nora", "four sample cartridges", ZoneId.of("UTC"));
    }

    private static <T> T in(Member member, Supplier<T> work) {
        return CurrentWorkspace.call(member.workspace(), work);
    }

    private static PersonId person(Member member, String name, String mail, String notes) {
        return in(
                member,
                () ->
                        server.bean(ContactBook.class)
                                .add(
                                        member.viewer(),
                                        Map.of(
                                                ContactField.NAME, name,
                                                ContactField.MAILS, mail,
                                                ContactField.NOTES, notes)));
    }

    private void erase(PersonId person) {
        in(
                nora,
                () -> {
                    server.bean(Erasures.class).erase(nora.viewer(), person);
                    return null;
                });
    }

    private static Optional<Contact> read(Member member, PersonId person) {
        return in(member, () -> server.bean(ContactBook.class).contact(member.viewer(), person));
    }

    private Report bring(String name, String content) {
        try {
            Path file = Files.writeString(files.resolve(name), content);
            FileImport imports = server.bean(FileImport.class);
            ImportId id =
                    CurrentWorkspace.callThrowing(
                            nora.workspace(),
                            () -> {
                                ImportId begun = imports.begin(nora.viewer(), List.of(file));
                                imports.run(nora.viewer(), begun, _ -> {});
                                return begun;
                            });
            return in(nora, () -> server.bean(ImportRecords.class).report(nora.viewer(), id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String mail(String from, String id, String day) {
        return """
        From x Mon Mar  9 10:12:00 2026
        From: %s
        To: nora@firm.example
        Date: %s 10:10:00 +0000
        Message-ID: <%s>
        Subject: A word

        Shall we talk about the hall?

        """
                .formatted(from, day, id);
    }

    @Test
    void another_of_the_same_name_and_another_firm_keep_what_is_theirs() {
        PersonId gone = person(nora, "John Smithson", "john@one.example", "");
        PersonId namesake =
                person(nora, "John Smithson", "john@two.example", "See John Smithson of Two.");
        PersonId witness =
                person(nora, "Ada Quince", "ada@two.example", "Knows john@one.example well.");
        Member dai = firm();
        PersonId elsewhere = person(dai, "John Smithson", "john@one.example", "");
        for (PersonId sharing : List.of(gone, witness))
            in(
                    nora,
                    () ->
                            server.bean(ContactBook.class)
                                    .change(
                                            nora.viewer(),
                                            sharing,
                                            Map.of(ContactField.PHONES, "+44 20 7946 0018"),
                                            _ -> {}));

        erase(gone);

        assertThat(read(nora, witness).orElseThrow().text(ContactField.PHONES))
                .contains("+44 20 7946 0018");

        assertThat(read(nora, gone)).isEmpty();
        assertThat(read(nora, namesake).orElseThrow().name()).isEqualTo("John Smithson");
        assertThat(read(nora, namesake).orElseThrow().text(ContactField.NOTES))
                .isEqualTo("See John Smithson of Two.");
        assertThat(read(nora, witness).orElseThrow().text(ContactField.NOTES))
                .isEqualTo("Knows [erased] well.");
        assertThat(read(dai, elsewhere)).isPresent();
    }

    @Test
    void what_was_answered_about_them_is_kept_for_its_key_no_longer() {
        PersonId gone = person(nora, "Bert Larkspur", "bert@larkspur.example", "");
        answered("about them", "{\"name\":\"Bert Larkspur\"}");
        answered("about another", "{\"name\":\"Ada Quince\"}");

        erase(gone);

        assertThat(claimed("about them")).isEmpty();
        assertThat(claimed("about another").flatMap(Remembered::body))
                .contains("{\"name\":\"Ada Quince\"}");
    }

    private Optional<Remembered> claimed(String key) {
        byte[] request = key.getBytes(StandardCharsets.UTF_8);
        return in(
                nora,
                () -> server.bean(IdempotentAnswers.class).claim(nora.viewer(), key, request));
    }

    private void answered(String key, String body) {
        byte[] request = key.getBytes(StandardCharsets.UTF_8);
        assertThat(claimed(key)).isEmpty();
        Remembered answer = new Remembered(request, Optional.of(201), "", "", Optional.of(body));
        in(
                nora,
                () -> {
                    server.bean(IdempotentAnswers.class)
                            .together(nora.viewer(), key, () -> Optional.of(answer));
                    return key;
                });
    }

    @Test
    void a_name_that_is_broken_over_two_lines_goes_as_well() {
        PersonId gone = person(nora, "Bert Larkspur", "bert@larkspur.example", "");
        PersonId witness =
                person(nora, "Ada Quince", "ada@quince.example", "Ask Bert\n  Larkspur first.");

        erase(gone);

        assertThat(read(nora, witness).orElseThrow().text(ContactField.NOTES))
                .isEqualTo("Ask [erased] first.");
    }

    @Test
    void what_was_corrected_to_be_theirs_and_deleted_stands_nowhere_again() {
        PersonId wrong = person(nora, "Ada Brook", "ada@quillbrook.example", "");
        PersonId right = person(nora, "Bert Brook", "bert@quillbrook.example", "");
        TouchId first = log(wrong, Optional.empty());
        TouchId second = log(right, Optional.of(first));
        in(nora, () -> server.bean(Withdrawals.class).withdraw(nora.viewer(), second));
        erase(right);
        assertThat(
                        in(
                                nora,
                                () ->
                                        server.bean(Conversations.class)
                                                .story(
                                                        nora.viewer(),
                                                        wrong,
                                                        Instant.now(),
                                                        Optional.empty(),
                                                        9)))
                .isEmpty();
    }

    private TouchId log(PersonId with, Optional<TouchId> corrects) {
        TypedTouch call =
                new TypedTouch(
                        Channel.CALL,
                        List.of(with),
                        Instant.parse("2026-03-09T10:00:00Z"),
                        Side.BOTH,
                        Optional.empty(),
                        "",
                        "We spoke about the hall",
                        corrects);
        return in(nora, () -> server.bean(Conversations.class).log(nora.viewer(), call));
    }

    @Test
    void a_member_and_who_is_not_there_are_not_erased() {
        PersonId self = person(nora, "Nora", nora.email(), "");

        assertThatThrownBy(() -> erase(self)).isInstanceOf(Refused.class);
        assertThat(read(nora, self)).isPresent();
    }

    @Test
    void what_was_joined_to_them_goes_too_and_nothing_can_be_parted_any_more() {
        PersonId bea = person(nora, "Bea Thornycroft", "bea@mill.example", "");
        PersonId twin = person(nora, "B. Thornycroft", "b@home.example", "");
        Merge merge =
                in(
                        nora,
                        () ->
                                server.bean(Merges.class)
                                        .join(
                                                nora.viewer(),
                                                RecordKind.CONTACT,
                                                bea.value(),
                                                twin.value(),
                                                Map.of()));

        erase(bea);

        assertThat(in(nora, () -> server.bean(Merges.class).undo(nora.viewer(), merge.id())))
                .isEmpty();
        assertThat(
                        in(
                                nora,
                                () ->
                                        server.bean(People.class)
                                                .byAddress(
                                                        nora.viewer(),
                                                        List.of(
                                                                "bea@mill.example",
                                                                "b@home.example"))))
                .isEmpty();
    }

    @Test
    void who_was_joined_to_them_by_mistake_and_parted_again_loses_nothing() {
        PersonId bea = person(nora, "Bea Thornycroft", "bea@mill.example", "");
        PersonId cara = person(nora, "Cara Winterbourne", "cara@home.example", "");
        String hers = mail("Cara <cara@home.example>", "1@home.example", "Mon, 9 Mar 2026");
        Merges merges = server.bean(Merges.class);
        Merge merge =
                in(
                        nora,
                        () ->
                                merges.join(
                                        nora.viewer(),
                                        RecordKind.CONTACT,
                                        bea.value(),
                                        cara.value(),
                                        Map.of()));
        bring("a.mbox", hers);
        in(nora, () -> merges.undo(nora.viewer(), merge.id()));

        erase(bea);

        assertThat(read(nora, cara).orElseThrow().mails())
                .extracting(PointDraft::key)
                .containsExactly("cara@home.example");
        assertThat(read(nora, cara).orElseThrow().name()).isEqualTo("Cara Winterbourne");
        Report again =
                bring(
                        "b.mbox",
                        hers
                                + mail(
                                        "Cara <cara@home.example>",
                                        "2@home.example",
                                        "Tue, 10 Mar 2026"));
        assertThat(again.alreadyKnown()).isEqualTo(1);
        assertThat(again.stored()).isEqualTo(1);
        assertThat(
                        in(
                                nora,
                                () ->
                                        server.bean(JdbcClient.class)
                                                .sql(
                                                        "SELECT count(*) FROM touch_party WHERE person_id = :cara")
                                                .param("cara", cara.value())
                                                .query(Long.class)
                                                .single()))
                .isEqualTo(2);
    }

    @Test
    void counts_stay_true_and_only_what_is_new_comes_in_again() {
        String old = mail("Odile <odile@fern.example>", "1@fern.example", "Mon, 9 Mar 2026");
        String cards =
                "BEGIN:VCARD\nVERSION:3.0\nFN:Odile Marchetti\nEMAIL:odile@fern.example\nEND:VCARD\n";
        bring("a.mbox", old);
        bring("a.vcf", cards);
        PersonId odile =
                in(
                                nora,
                                () ->
                                        server.bean(People.class)
                                                .byAddress(
                                                        nora.viewer(),
                                                        List.of("odile@fern.example")))
                        .get("odile@fern.example");

        erase(odile);

        Report again =
                bring(
                        "b.mbox",
                        old
                                + mail(
                                        "Odile <odile@fern.example>",
                                        "9@fern.example",
                                        "Fri, 9 Mar 2096"));
        assertThat(again.read()).isEqualTo(2);
        assertThat(again.alreadyKnown()).isEqualTo(1);
        assertThat(again.stored()).as("what they write afterwards").isEqualTo(1);
        Report card = bring("b.vcf", cards);
        assertThat(card.alreadyKnown()).isEqualTo(1);
        assertThat(
                        in(
                                nora,
                                () ->
                                        server.bean(People.class)
                                                .byAddress(
                                                        nora.viewer(),
                                                        List.of("odile@fern.example"))))
                .isEmpty();
    }

    @Test
    void all_that_is_known_says_where_it_came_from() {
        bring(
                "c.vcf",
                "BEGIN:VCARD\nVERSION:3.0\nFN:Ines Duarte\nTITLE:Buyer\nEMAIL:ines@fern.example\nEND:VCARD\n");
        PersonId ines =
                in(
                                nora,
                                () ->
                                        server.bean(People.class)
                                                .byAddress(
                                                        nora.viewer(),
                                                        List.of("ines@fern.example")))
                        .get("ines@fern.example");
        in(
                nora,
                () ->
                        server.bean(ContactBook.class)
                                .change(
                                        nora.viewer(),
                                        ines,
                                        Map.of(ContactField.NICKNAME, "Nes"),
                                        _ -> {}));

        List<Fact> facts = in(nora, () -> server.bean(Erasures.class).facts(nora.viewer(), ines));

        assertThat(facts)
                .anySatisfy(fact -> {
                    assertThat(fact.value()).isEqualTo("Buyer");
                    assertThat(fact.from()).isEqualTo("import c.vcf");
                })
                .anySatisfy(fact -> {
                    assertThat(fact.value()).isEqualTo("Nes");
                    assertThat(fact.from()).isEqualTo("typed by Nora");
                })
                .anySatisfy(fact -> assertThat(fact.group()).isEqualTo("Imports"));
    }
}
