package app.rapport.conversations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rapport.access.Access;
import app.rapport.access.House;
import app.rapport.access.Scope;
import app.rapport.agenda.TodayHouse;
import app.rapport.browser.TestServer;
import app.rapport.conversations.mail.MailReader;
import app.rapport.conversations.mail.ReadMail;
import app.rapport.database.OwnerDatabase;
import app.rapport.database.RecurringJob;
import app.rapport.exchange.FileImport;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import app.rapport.post.Letter;
import app.rapport.post.NotSendable;
import app.rapport.post.Outgoing;
import app.rapport.post.OutgoingId;
import app.rapport.post.Post;
import app.rapport.post.SmtpAccount;
import app.rapport.post.SmtpAccounts;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mails that are written here: once, in their thread, and known from then on. */
class WritingTest {
    @RegisterExtension
    static final GreenMailExtension mails =
            new GreenMailExtension(ServerSetup.SMTP.dynamicPort())
                    .withConfiguration(
                            GreenMailConfiguration.aConfig()
                                    .withUser(TodayHouse.OWNER, "nora", "nine teasels"));

    private static TestServer app;
    private static TodayHouse house;
    private static Viewer nora;
    private static int round;

    @BeforeAll
    static void aServerAndAMailbox() {
        app = TestServer.start();
        house =
                new TodayHouse(
                        app.bean(Access.class), app.bean(House.class), app.bean(FileImport.class));
        nora = house.viewer();
    }

    @AfterAll
    static void close() {
        app.close();
    }

    /** Somebody who asked something three days ago, and what they asked. */
    private record Asked(PersonCard person, Touch mail) {}

    private Asked asked() {
        String name = "marta" + ++round;
        String address = name + "@quillbrook.example";
        house.mail(
                        "Marta <" + address + ">",
                        "Nora <" + TodayHouse.OWNER + ">",
                        Instant.now().minus(Duration.ofDays(3)),
                        "Housings " + round,
                        "Dear Nora,\n\ncan your crew change twelve housings over Easter?\n\nMarta")
                .bring();
        account();
        PersonId id =
                in(() -> app.bean(People.class).byAddress(nora, List.of(address))).get(address);
        PersonCard person = in(() -> app.bean(People.class).card(nora, id)).orElseThrow();
        return new Asked(person, story(person).getFirst());
    }

    private static void account() {
        SmtpAccount account =
                new SmtpAccount(
                        "127.0.0.1",
                        mails.getSmtp().getPort(),
                        SmtpAccount.Security.NONE,
                        "nora",
                        SmtpAccount.Method.PASSWORD,
                        TodayHouse.OWNER,
                        "");
        in(() -> {
            app.bean(SmtpAccounts.class)
                    .save(nora, SmtpAccounts.Whose.MEMBERS, account, Optional.of("nine teasels"));
            return true;
        });
    }

    private static List<Touch> story(PersonCard person) {
        return in(() ->
                app.bean(Conversations.class)
                        .story(
                                nora,
                                person.id(),
                                Instant.now().plusSeconds(60),
                                Optional.empty(),
                                10));
    }

    private static <T> T in(Supplier<T> work) {
        return house.in(work);
    }

    private static Writing writing() {
        return app.bean(Writing.class);
    }

    private static Draft answer(Asked asked, String words) {
        Draft sheet = in(() -> writing().begin(nora, asked.person(), Optional.of(asked.mail())));
        return typed(sheet, sheet.to(), "", sheet.subject(), words + sheet.words());
    }

    private static Draft typed(
            Draft sheet, String to, String copies, String subject, String words) {
        return new Draft(sheet.id(), sheet.person(), sheet.answers(), to, copies, subject, words);
    }

    private static OutgoingId send(Asked asked, Draft draft) {
        return in(() -> writing().send(nora, asked.person(), draft));
    }

    private static Outgoing outgoing(OutgoingId id) {
        return in(() -> app.bean(Post.class).one(nora, id)).orElseThrow();
    }

    /** The time to take it back is over. */
    private static void letLeave() {
        owner().sql(
                        "UPDATE outgoing_mail SET due_at = now() - interval '1 second' WHERE state = 'waiting'")
                .update();
        app.beans(RecurringJob.class).stream()
                .filter(job -> job.name().equals("outbox"))
                .forEach(RecurringJob::run);
    }

    private static JdbcClient owner() {
        return app.bean(OwnerDatabase.class).jdbc();
    }

    private static List<Map<String, Object>> owed() {
        return owner().sql(
                        "SELECT touch_id, at, round(strength::numeric, 5) AS strength, reason, asks, settled_at, settled_by FROM answer_owed ORDER BY touch_id")
                .query()
                .listOfRows();
    }

    private static void awaitStored(PersonCard person) {
        Instant end = Instant.now().plusSeconds(20);
        while (story(person).size() < 2 && Instant.now().isBefore(end)) letLeave();
    }

    @Test
    void an_answer_leaves_in_its_thread_becomes_a_touch_and_settles_what_waited() throws Exception {
        Asked asked = asked();
        Draft draft = answer(asked, "They can.");
        assertThat(draft.subject()).isEqualTo("Re: " + asked.mail().subject());
        assertThat(draft.words()).contains("wrote:\n> Dear Nora,\n>\n> can your crew");
        OutgoingId id = send(asked, draft);
        awaitStored(asked.person());

        MimeMessage arrived = mails.getReceivedMessages()[0];
        String parent =
                in(() -> app.bean(Conversations.class).messageId(nora, asked.mail().id()))
                        .orElseThrow();
        assertThat(arrived.getHeader("In-Reply-To")).containsExactly("<" + parent + ">");
        assertThat(arrived.getHeader("References")).containsExactly("<" + parent + ">");
        assertThat(arrived.getFrom()[0]).hasToString("Nora Pelling <" + TodayHouse.OWNER + ">");
        assertThat(outgoing(id).state()).isEqualTo(Outgoing.State.SENT);

        Touch sent = story(asked.person()).getFirst();
        assertThat(sent.side()).isEqualTo(Side.YOU);
        assertThat(sent.replyText().strip()).isEqualTo("They can.");
        assertThat(sent.thread()).isEqualTo(asked.mail().thread());
        assertThat(
                        owner().sql("SELECT settled_by FROM answer_owed WHERE touch_id = :mail")
                                .param("mail", asked.mail().id().value())
                                .query(java.util.UUID.class)
                                .single())
                .isEqualTo(sent.id().value());
        List<Map<String, Object>> settledAtOnce = owed();
        in(() -> {
            app.bean(AnswerLedger.class).rebuild(nora);
            return true;
        });
        assertThat(owed()).isEqualTo(settledAtOnce);
        assertThat(in(() -> writing().drafts(nora, asked.person().id()))).isEmpty();
    }

    @Test
    void the_copy_in_the_sent_folder_is_already_known() throws IOException {
        Asked asked = asked();
        send(asked, answer(asked, "They can, in April."));
        awaitStored(asked.person());
        Path copy = Files.createTempFile("sent", ".eml");
        Files.writeString(copy, GreenMailUtil.getWholeMessage(mails.getReceivedMessages()[0]));
        FileImport imports = app.bean(FileImport.class);
        var report =
                in(() -> {
                    try {
                        return imports.run(nora, imports.begin(nora, List.of(copy)), _ -> {});
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                });
        assertThat(report.alreadyKnown()).isEqualTo(1);
        assertThat(story(asked.person())).hasSize(2);
    }

    @Test
    void the_same_form_sent_twice_is_one_mail() {
        Asked asked = asked();
        Draft draft = answer(asked, "Once.");
        OutgoingId first = send(asked, draft);
        assertThat(send(asked, draft)).isEqualTo(first);
        awaitStored(asked.person());
        assertThat(mails.getReceivedMessages()).hasSize(1);
        assertThat(refused(asked, draft)).isEqualTo("words");
        letLeave();
        assertThat(mails.getReceivedMessages()).hasSize(1);
    }

    @Test
    void what_is_taken_back_is_a_draft_again_and_leaves_when_it_is_sent_anew() {
        Asked asked = asked();
        Draft draft = answer(asked, "Too soon.");
        send(asked, draft);
        assertThat(in(() -> writing().drafts(nora, asked.person().id()))).isEmpty();
        assertThat(in(() -> writing().takeBack(nora, draft.id()))).contains(draft);
        letLeave();
        assertThat(mails.getReceivedMessages()).isEmpty();
        assertThat(in(() -> writing().begin(nora, asked.person(), Optional.of(asked.mail()))))
                .isEqualTo(draft);
        send(asked, typed(draft, draft.to(), "", draft.subject(), "Now."));
        awaitStored(asked.person());
        assertThat(mails.getReceivedMessages()).hasSize(1);
        assertThat(in(() -> writing().takeBack(nora, draft.id()))).isEmpty();
    }

    @Test
    void what_cannot_be_sent_is_refused_by_its_field() {
        Asked asked = asked();
        Draft good = answer(asked, "Yes.");
        assertThat(refused(asked, typed(good, "boss@elsewhere.example", "", "Hi", "x")))
                .isEqualTo("to");
        assertThat(refused(asked, typed(good, good.to(), "nobody", "Hi", "x"))).isEqualTo("cc");
        assertThat(
                        refused(
                                asked,
                                typed(
                                        good,
                                        good.to(),
                                        "a@b.example\r\nBcc: c@d.example",
                                        "Hi",
                                        "x")))
                .isEqualTo("cc");
        assertThat(refused(asked, typed(good, good.to(), "", "Hi\nBcc: c@d.example", "x")))
                .isEqualTo("subject");
        assertThat(refused(asked, typed(good, good.to(), "", "Hi", "  \n"))).isEqualTo("words");
        assertThat(refused(asked, typed(good, good.to(), "", "Hi", "x".repeat(1_000_001))))
                .isEqualTo("words");
        letLeave();
        assertThat(mails.getReceivedMessages()).isEmpty();
    }

    private static String refused(Asked asked, Draft draft) {
        try {
            send(asked, draft);
        } catch (NotSendable e) {
            return e.field();
        }
        return "nothing";
    }

    @Test
    void without_a_server_nothing_is_ordered() {
        Asked asked = asked();
        in(() -> {
            app.bean(SmtpAccounts.class).remove(nora, SmtpAccounts.Whose.MEMBERS);
            return true;
        });
        assertThatThrownBy(() -> send(asked, answer(asked, "Yes.")))
                .isInstanceOf(NotSendable.class)
                .hasMessageContaining("No mail server is set");
        assertThat(in(() -> app.bean(Conversations.class).answerLinks(nora, List.of(asked.mail()))))
                .hasEntrySatisfying(
                        asked.mail().id(), link -> assertThat(link).startsWith("mailto:"));
    }

    @Test
    void the_api_queues_a_mail_and_tells_what_became_of_it() throws Exception {
        Asked asked = asked();
        String token = in(() -> app.bean(Access.class).createToken(nora, "a test", Scope.WRITE));
        String contact = "/api/v1/contacts/" + asked.person().id() + "/mails";
        HttpResponse<String> queued =
                ask(
                        token,
                        "POST",
                        contact,
                        "{\"answers\":\"%s\",\"words\":\"Yes.\"}".formatted(asked.mail().id()));
        assertThat(queued.statusCode()).as(queued.body()).isEqualTo(202);
        String id = queued.body().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        assertThat(ask(token, "GET", "/api/v1/outbox", "").body()).contains(id, "\"waiting\"");
        assertThat(
                        ask(
                                        token,
                                        "POST",
                                        contact,
                                        "{\"words\":\"x\",\"files\":[{\"name\":\"a.txt\",\"content\":\"YQ==\"}]}")
                                .statusCode())
                .isEqualTo(202);
        assertThat(owner().sql("SELECT name FROM draft_file").query(String.class).list())
                .contains("a.txt");
        owner().sql(
                        "DELETE FROM outgoing_mail WHERE position('a.txt' in convert_from(raw, 'UTF8')) > 0")
                .update();
        owner().sql("DELETE FROM mail_draft WHERE id IN (SELECT draft_id FROM draft_file)")
                .update();
        HttpResponse<String> nothing =
                ask(token, "POST", contact, "{\"words\":\"x\",\"files\":[null]}");
        assertThat(nothing.statusCode()).as(nothing.body()).isEqualTo(422);
        assertThat(nothing.body()).contains("#/files");
        HttpResponse<String> refused =
                ask(
                        token,
                        "POST",
                        contact,
                        "{\"to\":\"boss@elsewhere.example\",\"words\":\"Yes.\"}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("#/to");
        assertThat(ask(token, "DELETE", "/api/v1/outbox/" + id, "").statusCode()).isEqualTo(204);
        letLeave();
        assertThat(mails.getReceivedMessages()).isEmpty();
        assertThat(ask(token, "GET", "/api/v1/outbox/" + id, "").body()).contains("withdrawn");
        assertThat(ask(token, "DELETE", "/api/v1/outbox/" + id, "").statusCode()).isEqualTo(404);
    }

    @Test
    void files_go_with_a_mail_byte_for_byte_and_stay_with_a_draft() throws Exception {
        Asked asked = asked();
        Draft draft = answer(asked, "The plan is attached.");
        byte[] plan = "Zeile 1\nZeile 2\r\n\0".getBytes(UTF_8);
        in(() -> {
            writing()
                    .attach(
                            nora,
                            draft,
                            List.of(
                                    new Letter.Attached(
                                            "Wartungsplan März.txt", "text/plain", plan)));
            writing()
                    .attach(
                            nora,
                            draft,
                            List.of(new Letter.Attached("wrong.pdf", "application/pdf", plan)));
            writing().detach(nora, draft, 2);
            return true;
        });
        send(asked, draft);
        assertThat(in(() -> writing().takeBack(nora, draft.id()))).contains(draft);
        assertThat(in(() -> writing().files(nora, draft.id())))
                .containsExactly(new DraftFile(1, "Wartungsplan März.txt", plan.length));
        assertThat(attaching(draft, new byte[16 << 20])).contains("15 MB");
        send(asked, draft);
        awaitStored(asked.person());

        ReadMail arrived =
                MailReader.read(
                        GreenMailUtil.getWholeMessage(mails.getReceivedMessages()[0])
                                .getBytes(UTF_8));
        assertThat(arrived.attachments().getFirst().name()).isEqualTo("Wartungsplan März.txt");
        assertThat(arrived.attachments().getFirst().content()).isEqualTo(plan);
        assertThat(arrived.replyText().strip()).isEqualTo("The plan is attached.");
        Touch sent = story(asked.person()).getFirst();
        assertThat(in(() -> app.bean(Conversations.class).attachments(nora, sent.id())))
                .extracting(Attachment::name)
                .containsExactly("Wartungsplan März.txt");
        assertThat(owner().sql("SELECT count(*) FROM draft_file").query(Long.class).single())
                .as("it is an attachment of the touch now")
                .isZero();
    }

    @Test
    void two_windows_together_attach_no_more_than_one_may() throws Exception {
        Asked asked = asked();
        Draft draft = answer(asked, "The plan is attached.");
        List<String> answers;
        try (var windows = Executors.newFixedThreadPool(4)) {
            answers =
                    windows
                            .invokeAll(
                                    Collections.<Callable<String>>nCopies(
                                            4, () -> attaching(draft, new byte[6 << 20])))
                            .stream()
                            .map(Future::resultNow)
                            .toList();
        }
        assertThat(answers).filteredOn("nothing"::equals).hasSize(2);
        assertThat(in(() -> writing().files(nora, draft.id()))).hasSize(2);
        in(() -> {
            writing().discard(nora, draft.id());
            return true;
        });
    }

    @Test
    void a_body_that_is_too_long_is_refused_before_it_is_understood() throws Exception {
        Asked asked = asked();
        String token = in(() -> app.bean(Access.class).createToken(nora, "long", Scope.WRITE));
        String contact = "/api/v1/contacts/" + asked.person().id();
        String six = "{\"words\":\"" + "x".repeat(6_000_000) + "\"}";
        String mail = "{\"words\":\"" + "x".repeat(23 << 20) + "\"}";

        assertThat(ask(token, "PATCH", contact, six).statusCode()).isEqualTo(413);
        assertThat(ask(token, "POST", contact + "/mails", mail).statusCode()).isEqualTo(413);
        assertThat(untold(token, contact + "/mails", mail)).as("in chunks").isEqualTo(413);
        assertThat(untold(token, contact + "/mails", "{\"words\":\"\"}")).isEqualTo(422);
    }

    /** Sent without saying how long it is. */
    private static int untold(String token, String path, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(app.address() + path))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofInputStream(() ->
                                                new ByteArrayInputStream(body.getBytes(UTF_8))))
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }

    private static String attaching(Draft draft, byte[] content) {
        try {
            in(() -> {
                writing().attach(nora, draft, List.of(new Letter.Attached("big", "", content)));
                return true;
            });
        } catch (NotSendable e) {
            return String.valueOf(e.getMessage());
        }
        return "nothing";
    }

    private static HttpResponse<String> ask(String token, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(app.address() + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body))
                        .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
