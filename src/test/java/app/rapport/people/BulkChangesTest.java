package app.rapport.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rapport.access.Access;
import app.rapport.access.Audit;
import app.rapport.access.Member;
import app.rapport.access.Members;
import app.rapport.access.Refused;
import app.rapport.access.Role;
import app.rapport.browser.TestServer;
import app.rapport.database.CurrentWorkspace;
import app.rapport.database.OwnerDatabase;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.model.Chosen;
import app.rapport.people.model.ContactField;
import app.rapport.people.model.Deed;
import app.rapport.people.model.PeopleQuery;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many people changed at once and taken back, over a real database. */
class BulkChangesTest {
    private static TestServer server;
    private static Viewer nora;
    private static Viewer dai;
    private PersonId marta;
    private PersonId bea;
    private PersonId oona;
    private PersonId stranger;

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
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void three_people_here_and_one_elsewhere() {
        in(
                nora,
                () ->
                        server.bean(JdbcClient.class)
                                .sql("UPDATE contact SET deleted_at = now()")
                                .update());
        marta = add(nora, "Marta Vesely", "tier A", "press");
        bea = add(nora, "Bea Thornycroft");
        oona = add(nora, "Oona Wray", "press");
        stranger = add(dai, "Marta Elsewhere", "press");
    }

    @Test
    void a_tag_is_put_on_those_who_lack_it_and_their_history_says_so() {
        BulkChanges.Done done = change(these(marta, bea), new Deed.AddTag("press"));

        assertThat(done.people()).isEqualTo(1);
        assertThat(tags(bea)).containsExactly("press");
        assertThat(tags(marta)).containsExactly("tier A", "press");
        FieldChange said = in(nora, () -> book().history(nora, bea)).getFirst();
        assertThat(said.field()).isEqualTo("tags");
        assertThat(said.before()).isEmpty();
        assertThat(said.after()).isEqualTo("press");
        assertThat(said.by()).contains(nora.member());
        assertThat(found(Map.of("tag", "press")))
                .containsExactlyInAnyOrder("Marta Vesely", "Bea Thornycroft", "Oona Wray");
    }

    @Test
    void taking_a_tag_off_is_undone_to_the_letter() {
        BulkChanges.Done done =
                change(fitting(Map.of("tag", "press")), new Deed.RemoveTag("press"));
        assertThat(done.people()).isEqualTo(2);
        assertThat(tags(marta)).containsExactly("tier A");

        assertThat(undo(done)).contains(new BulkChanges.Undone(2, 2));
        assertThat(tags(marta)).containsExactly("tier A", "press");
        assertThat(tags(oona)).containsExactly("press");
    }

    @Test
    void undo_leaves_tags_alone_that_came_later() {
        BulkChanges.Done done = change(these(marta, bea), new Deed.AddTag("fair"));
        setTags(bea, "fair", "new");
        assertThat(undo(done)).contains(new BulkChanges.Undone(2, 2));
        assertThat(tags(bea)).containsExactly("new");
        assertThat(tags(marta)).containsExactly("tier A", "press");
    }

    @Test
    void undo_leaves_alone_a_tag_that_somebody_took_off_and_put_on_again() {
        BulkChanges.Done done = change(these(bea), new Deed.AddTag("fair"));
        setTags(bea);
        setTags(bea, "fair");
        assertThat(undo(done)).contains(new BulkChanges.Undone(1, 0));
        assertThat(tags(bea)).containsExactly("fair");
    }

    @Test
    void an_owner_is_set_and_given_back_unless_changed_since() {
        BulkChanges.Done done =
                change(these(marta, bea, oona), new Deed.SetOwner(Optional.empty()));
        assertThat(done.people()).isEqualTo(3);
        in(
                nora,
                () ->
                        book().change(
                                        nora,
                                        oona,
                                        Map.of(ContactField.OWNER, nora.member().toString()),
                                        _ -> {}));
        in(nora, () -> book().change(nora, oona, Map.of(ContactField.OWNER, ""), _ -> {}));

        assertThat(undo(done)).contains(new BulkChanges.Undone(3, 2));
        assertThat(contact(marta).text(ContactField.OWNER)).isEqualTo(nora.member().toString());
        assertThat(contact(oona).text(ContactField.OWNER)).isEmpty();
    }

    @Test
    void all_that_fit_are_deleted_and_come_back_findable() {
        BulkChanges.Done done = change(fitting(Map.of("tag", "press")), new Deed.Delete());
        assertThat(done.people()).isEqualTo(2);
        assertThat(found(Map.of())).containsExactly("Bea Thornycroft");
        in(
                nora,
                () -> {
                    book().restore(nora, oona);
                    return null;
                });
        assertThat(undo(done)).contains(new BulkChanges.Undone(2, 1));
        assertThat(found(Map.of("q", "vesely"))).containsExactly("Marta Vesely");
        assertThat(found(Map.of())).hasSize(3);
    }

    @Test
    void what_is_taken_back_once_stays_taken_back() {
        BulkChanges.Done done = change(these(bea), new Deed.AddTag("fair"));
        assertThat(undo(done)).isPresent();
        assertThat(undo(done)).isEmpty();
    }

    @Test
    void people_of_another_workspace_are_not_changed_and_its_changes_not_undone() {
        BulkChanges.Done done = change(these(stranger, bea), new Deed.RemoveTag("press"));
        assertThat(done.people()).isZero();
        done = change(these(stranger), new Deed.Delete());
        assertThat(done.people()).isZero();
        assertThat(
                        in(dai, () -> book().contact(dai, stranger))
                                .orElseThrow()
                                .text(ContactField.TAGS))
                .isEqualTo("press");

        BulkChanges.Done mine = change(these(bea), new Deed.AddTag("fair"));
        assertThat(in(dai, () -> bulk().undo(dai, mine.id()))).isEmpty();
        assertThat(tags(bea)).containsExactly("fair");
    }

    @Test
    void an_owner_of_another_workspace_or_who_left_is_refused_and_nothing_is_written() {
        assertThatThrownBy(() -> change(these(bea), new Deed.SetOwner(Optional.of(dai.member()))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> change(these(bea), new Deed.SetOwner(Optional.of(whoLeft()))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Deed.read("tag", "  ", "")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Deed.read("owner", "", "x")).isInstanceOf(Refused.class);
        assertThat(contact(bea).text(ContactField.OWNER)).isEqualTo(nora.member().toString());
    }

    @Test
    void the_audit_log_says_who_changed_many_and_who_took_it_back() {
        BulkChanges.Done done = change(these(bea), new Deed.AddTag("fair"));
        undo(done);
        List<Audit.Line> lines =
                in(
                                nora,
                                () ->
                                        server.bean(Audit.class)
                                                .lines(
                                                        nora,
                                                        new Audit.Search(
                                                                Optional.empty(),
                                                                "contacts",
                                                                Optional.of(done.id())),
                                                        Optional.empty(),
                                                        10))
                        .items();
        assertThat(lines)
                .extracting(Audit.Line::what)
                .containsExactly("contacts.put-back", "contacts.changed");
        assertThat(lines.getFirst().fields()).containsExactly("tags");
    }

    private static MemberId whoLeft() {
        Member tom =
                server.bean(Members.class)
                        .add(
                                nora.workspace(),
                                "t@tarn.example",
                                "Tom",
                                Role.SELLER,
                                Optional.of("long enough 1"),
                                Optional.empty());
        server.bean(OwnerDatabase.class)
                .jdbc()
                .sql("UPDATE member SET left_at = now() WHERE id = :tom")
                .param("tom", tom.id().value())
                .update();
        return tom.id();
    }

    private static Chosen these(PersonId... people) {
        return new Chosen.These(Set.of(people));
    }

    private static Chosen fitting(Map<String, String> asked) {
        return new Chosen.AllThatFit(PeopleQuery.of(asked));
    }

    private static BulkChanges.Done change(Chosen chosen, Deed deed) {
        return in(nora, () -> bulk().change(nora, chosen, deed));
    }

    private static Optional<BulkChanges.Undone> undo(BulkChanges.Done done) {
        return in(nora, () -> bulk().undo(nora, done.id()));
    }

    private static void setTags(PersonId person, String... tags) {
        in(
                nora,
                () ->
                        book().change(
                                        nora,
                                        person,
                                        Map.of(ContactField.TAGS, String.join("\u001e", tags)),
                                        _ -> {}));
    }

    private static List<String> found(Map<String, String> asked) {
        return in(
                        nora,
                        () ->
                                server.bean(PeopleList.class)
                                        .page(nora, PeopleQuery.of(asked), "", 50))
                .items()
                .stream()
                .map(PersonRow::name)
                .toList();
    }

    private static List<String> tags(PersonId person) {
        String text = contact(person).text(ContactField.TAGS);
        return text.isEmpty() ? List.of() : List.of(text.split("\u001e"));
    }

    private static Contact contact(PersonId person) {
        return in(nora, () -> book().contact(nora, person)).orElseThrow();
    }

    private static PersonId add(Viewer viewer, String name, String... tags) {
        Map<ContactField, String> given = new LinkedHashMap<>();
        given.put(ContactField.NAME, name);
        given.put(ContactField.TAGS, String.join("\u001e", tags));
        return in(viewer, () -> book().add(viewer, given));
    }

    private static ContactBook book() {
        return server.bean(ContactBook.class);
    }

    private static BulkChanges bulk() {
        return server.bean(BulkChanges.class);
    }

    private static <T> T in(Viewer viewer, Supplier<T> work) {
        return CurrentWorkspace.call(viewer.workspace(), work);
    }
}
