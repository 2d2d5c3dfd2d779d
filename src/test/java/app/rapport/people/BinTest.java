package app.rapport.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.Member;
import app.rapport.browser.TestServer;
import app.rapport.conversations.Channel;
import app.rapport.conversations.Conversations;
import app.rapport.conversations.Side;
import app.rapport.conversations.TypedTouch;
import app.rapport.database.CurrentWorkspace;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.RecordKind;
import app.rapport.people.model.ContactField;
import java.time.Clock;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is deleted waits for thirty days, and comes back with all that hung on it. */
class BinTest {
    private static TestServer server;
    private static int round;
    private Member nora;
    private Bin bin;
    private ContactBook contacts;

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
        nora =
                server.bean(Access.class)
                        .setUp(
                                "Tarn",
                                "nora" + ++round + "@tarn.example",
                                "Nora",
                                "four sample cartridges",
                                ZoneId.of("UTC"));
        bin = server.bean(Bin.class);
        contacts = server.bean(ContactBook.class);
    }

    private <T> T in(Supplier<T> work) {
        return CurrentWorkspace.call(nora.workspace(), work);
    }

    private void run(Runnable work) {
        CurrentWorkspace.run(nora.workspace(), work);
    }

    private PersonId deleted(String name) {
        PersonId person =
                in(() ->
                        contacts.add(
                                nora.viewer(),
                                Map.of(
                                        ContactField.NAME,
                                        name,
                                        ContactField.MAILS,
                                        name.toLowerCase(java.util.Locale.ROOT) + "@x.example")));
        in(() ->
                server.bean(Conversations.class)
                        .log(
                                nora.viewer(),
                                new TypedTouch(
                                        Channel.CALL,
                                        List.of(person),
                                        Instant.now().minusSeconds(60),
                                        Side.YOU,
                                        Optional.empty(),
                                        "",
                                        "About " + name,
                                        Optional.empty())));
        run(() -> contacts.delete(nora.viewer(), person, _ -> {}));
        return person;
    }

    @Test
    void who_was_deleted_is_in_it_with_whose_doing_it_was_and_comes_back_whole() {
        PersonId mira = deleted("Mira");

        assertThat(in(() -> bin.list(nora.viewer())))
                .singleElement()
                .satisfies(binned -> {
                    assertThat(binned.name()).isEqualTo("Mira");
                    assertThat(binned.by()).contains(nora.id());
                });
        assertThat(in(() -> bin.restore(nora.viewer(), mira.value()))).isPresent();

        assertThat(in(() -> bin.list(nora.viewer()))).isEmpty();
        assertThat(
                        in(() -> server.bean(People.class).card(nora.viewer(), mira))
                                .orElseThrow()
                                .addresses())
                .containsExactly("mira@x.example");
        assertThat(story(mira)).hasSize(1);
        assertThat(in(() -> server.bean(People.class).search(nora.viewer(), "mira", 5))).hasSize(1);
        assertThat(in(() -> bin.restore(nora.viewer(), mira.value())))
                .as("who is not in it does not come back twice")
                .isEmpty();
    }

    private List<?> story(PersonId person) {
        return in(() ->
                server.bean(Conversations.class)
                        .story(
                                nora.viewer(),
                                person,
                                Clock.systemUTC().instant(),
                                Optional.empty(),
                                10));
    }

    @Test
    void after_thirty_days_it_is_gone_for_good_and_not_a_day_before() {
        PersonId mira = deleted("Mira");
        PersonId ivo = deleted("Ivo");
        deletedDaysAgo(mira, 31);
        deletedDaysAgo(ivo, 29);

        run(() -> bin.empty(nora.viewer()));

        assertThat(in(() -> bin.list(nora.viewer())))
                .extracting(Bin.Binned::name)
                .containsExactly("Ivo");
        assertThat(count("SELECT count(*) FROM contact_point WHERE contact_id = '" + mira + "'"))
                .isZero();
        assertThat(count("SELECT count(*) FROM touch_party WHERE person_id = '" + mira + "'"))
                .isZero();
        assertThat(count("SELECT count(*) FROM field_change WHERE subject_id = '" + mira + "'"))
                .isZero();
        assertThat(count("SELECT count(*) FROM touch")).isEqualTo(2);
    }

    @Test
    void a_record_that_was_joined_to_another_is_in_no_bin_and_goes_with_it() {
        PersonId mira = in(() -> contacts.add(nora.viewer(), Map.of(ContactField.NAME, "Mira")));
        PersonId ivo = in(() -> contacts.add(nora.viewer(), Map.of(ContactField.NAME, "Ivo")));
        in(() ->
                server.bean(Merges.class)
                        .join(
                                nora.viewer(),
                                RecordKind.CONTACT,
                                ivo.value(),
                                mira.value(),
                                Map.of()));
        run(() -> contacts.delete(nora.viewer(), ivo, _ -> {}));
        assertThat(in(() -> bin.restore(nora.viewer(), mira.value()))).isEmpty();

        deletedDaysAgo(ivo, 31);
        run(() -> bin.empty(nora.viewer()));

        assertThat(count("SELECT count(*) FROM contact")).isZero();
        assertThat(count("SELECT count(*) FROM merge")).isZero();
    }

    private void deletedDaysAgo(PersonId person, int days) {
        change(
                "UPDATE contact SET deleted_at = now() - interval '"
                        + days
                        + " days' WHERE id = '"
                        + person
                        + "'");
    }

    private void change(String sql) {
        run(() -> server.bean(JdbcClient.class).sql(sql).update());
    }

    private long count(String sql) {
        return in(() -> server.bean(JdbcClient.class).sql(sql).query(Long.class).single());
    }
}
