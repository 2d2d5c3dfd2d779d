package app.rapport.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.browser.TestServer;
import app.rapport.conversations.Conversations;
import app.rapport.conversations.store.MailSubjects;
import app.rapport.database.CurrentWorkspace;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.people.model.ContactField;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Found by typing: what one may see, and nothing else. */
class PeopleSearchTest {
    private static TestServer server;
    private static Viewer nora;
    private static Viewer dai;

    @BeforeAll
    static void two_firms() {
        server = TestServer.start();
        Access access = server.bean(Access.class);
        ZoneId zone = ZoneId.of("Europe/London");
        nora =
                access.setUp("Tarn", "n@tarn.example", "Nora Pelling", "long enough 1", zone)
                        .viewer();
        dai =
                access.setUp("Penny", "d@penny.example", "Dai Penhallow", "long enough 1", zone)
                        .viewer();
        in(
                nora,
                () -> {
                    UUID dairy = Uuid7.next();
                    sql(
                            "INSERT INTO account (workspace_id, id, name, name_key, created_at, updated_at) VALUES ('%s', '%s', 'Quillbrook Dairy', 'quillbrook dairy', now(), now())"
                                    .formatted(nora.workspace().value(), dairy));
                    PersonId marta =
                            add(
                                    nora,
                                    "Marta Veselý",
                                    "Procurement",
                                    "marta@milk.example",
                                    "+44 20 7946 0018");
                    sql(
                            "UPDATE contact SET account_id = '%s' WHERE id = '%s'"
                                    .formatted(dairy, marta.value()));
                    server.bean(People.class).refreshSearch(nora, List.of(marta));
                    add(nora, "Martin Vesper", "", "mv@vinegar.example", "0161 496 0999");
                    return mail(nora, nora.member(), "Pressure-drop sheet für Käse");
                });
        in(
                dai,
                () -> {
                    add(dai, "Marta Elsewhere", "", "marta@else.example", "+44 20 7946 0018");
                    return mail(dai, dai.member(), "Pressure secret");
                });
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void names_are_found_in_either_order_without_accents_and_from_their_beginning() {
        assertThat(found("vesely marta")).containsExactly("Marta Veselý");
        assertThat(found("MARTA VESL")).isNotEmpty();
        assertThat(found("ves")).containsExactlyInAnyOrder("Marta Veselý", "Martin Vesper");
    }

    @Test
    void both_words_must_fit_whatever_they_are() {
        assertThat(found("vesely quill")).containsExactly("Marta Veselý");
        assertThat(in(nora, () -> people().find(nora, "vesper quill", 8)))
                .as("Martin Vesper is not at Quillbrook; who is nearly called so is offered")
                .extracting(hit -> hit.card().name(), People.Found::exact)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Marta Veselý", false));
        assertThat(found("procurement milk")).containsExactly("Marta Veselý");
    }

    @Test
    void a_phone_is_found_however_it_is_written() {
        for (String typed :
                List.of("+44 20 7946 0018", "0044-20-7946-0018", "(020) 7946 0018", "7946 0018"))
            assertThat(found(typed)).as(typed).containsExactly("Marta Veselý");
    }

    @Test
    void one_typo_still_finds_and_says_that_it_is_only_near() {
        for (String typed : List.of("vesley", "vesly", "vessely", "wesely", "quilbrook"))
            assertThat(in(nora, () -> people().find(nora, typed, 8)))
                    .as(typed)
                    .anySatisfy(hit -> {
                        assertThat(hit.card().name()).isEqualTo("Marta Veselý");
                        assertThat(hit.exact()).isFalse();
                    });
        assertThat(found("zzyzx")).isEmpty();
    }

    @Test
    void companies_are_found_by_name() {
        assertThat(in(nora, () -> people().findCompanies("dairy quill", 5)))
                .extracting(People.Company::name)
                .containsExactly("Quillbrook Dairy");
        assertThat(in(dai, () -> people().findCompanies("quill", 5))).isEmpty();
    }

    @Test
    void nobody_of_another_workspace_is_found() {
        assertThat(found("elsewhere")).isEmpty();
        assertThat(found("marta")).doesNotContain("Marta Elsewhere");
    }

    @Test
    void what_is_typed_is_never_part_of_a_statement() {
        assertThat(found("' OR 1=1 --")).isEmpty();
        assertThat(found("%")).isEmpty();
        assertThat(in(nora, () -> subjects(nora, "x' OR '1'='1"))).isEmpty();
    }

    @Test
    void a_subject_is_found_without_accents_by_its_owner_only() {
        assertThat(in(nora, () -> subjects(nora, "kase pressure")))
                .containsExactly("Pressure-drop sheet für Käse");
        assertThat(in(dai, () -> subjects(dai, "pressure"))).containsExactly("Pressure secret");
        Viewer colleague = new Viewer(nora.workspace(), MemberId.next(), nora.zone());
        assertThat(in(nora, () -> subjects(colleague, "pressure"))).isEmpty();
    }

    @Test
    void a_thread_that_began_among_others_is_not_found_by_its_first_subject() {
        in(
                nora,
                () -> {
                    UUID thread = Uuid7.next();
                    sql(
                            "INSERT INTO thread (workspace_id, id, subject_key) VALUES ('%s', '%s', 'merger plans')"
                                    .formatted(nora.workspace().value(), thread));
                    touch(nora, nora.member(), thread, "Lunch");
                    assertThat(subjects(nora, "merger")).isEmpty();
                    return null;
                });
    }

    private static List<String> subjects(Viewer viewer, String words) {
        return server.bean(Conversations.class).bySubject(viewer, words, 8).stream()
                .map(MailSubjects.Subject::words)
                .toList();
    }

    private static List<String> found(String typed) {
        return in(nora, () -> people().search(nora, typed, 8)).stream()
                .map(PersonCard::name)
                .toList();
    }

    private static People people() {
        return server.bean(People.class);
    }

    private static PersonId add(
            Viewer viewer, String name, String title, String address, String phone) {
        return server.bean(ContactBook.class)
                .add(
                        viewer,
                        Map.of(
                                ContactField.NAME,
                                name,
                                ContactField.TITLE,
                                title,
                                ContactField.MAILS,
                                address,
                                ContactField.PHONES,
                                phone));
    }

    private static boolean mail(Viewer viewer, MemberId owner, String subject) {
        UUID thread = Uuid7.next();
        server.bean(JdbcClient.class)
                .sql("INSERT INTO thread (workspace_id, id, subject_key) VALUES (?, ?, lower(?))")
                .params(viewer.workspace().value(), thread, subject)
                .update();
        touch(viewer, owner, thread, subject);
        return true;
    }

    private static void touch(Viewer viewer, MemberId owner, UUID thread, String subject) {
        UUID touch = Uuid7.next();
        server.bean(JdbcClient.class)
                .sql(
                        "INSERT INTO touch (workspace_id, id, kind, at, known_at, thread_id, subject, created_at) VALUES (?, ?, 'mail', now(), now(), ?, ?, now())")
                .params(viewer.workspace().value(), touch, thread, subject)
                .update();
        server.bean(JdbcClient.class)
                .sql(
                        "INSERT INTO touch_owner (workspace_id, member_id, touch_id, at) VALUES (?, ?, ?, now())")
                .params(viewer.workspace().value(), owner.value(), touch)
                .update();
    }

    private static <T> T in(Viewer viewer, Supplier<T> work) {
        return CurrentWorkspace.call(viewer.workspace(), work);
    }

    private static void sql(String sql) {
        server.bean(JdbcClient.class).sql(sql).update();
    }
}
