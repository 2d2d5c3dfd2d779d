package app.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rapport.access.Audit.Line;
import app.rapport.access.Audit.Search;
import app.rapport.browser.TestServer;
import app.rapport.database.CurrentWorkspace;
import app.rapport.database.OwnerDatabase;
import app.rapport.kernel.MemberRecords;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.ContactBook;
import app.rapport.people.model.ContactField;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People come by invitation, change what they may, and leave without anything being lost. */
class MembersTest {
    private static final String PASSWORD = "four sample cartridges";
    private static int round;
    private static TestServer server;
    private static Access access;
    private static Members members;
    private static Invitations invitations;

    private Member nora;
    private String firm;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        access = server.bean(Access.class);
        members = server.bean(Members.class);
        invitations = server.bean(Invitations.class);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void aFirmWithAnOwner() {
        firm = "firm" + ++round + ".example";
        nora = access.setUp(firm, "nora@" + firm, "Nora", PASSWORD, ZoneId.of("UTC"));
    }

    private Member add(String name, Role role) {
        return members.add(
                nora.workspace(),
                name + "@" + firm,
                name,
                role,
                Optional.of(PASSWORD),
                Optional.empty());
    }

    private <T> T in(Supplier<T> work) {
        return CurrentWorkspace.call(nora.workspace(), work);
    }

    private static String token(String path) {
        return path.substring("/join/".length());
    }

    @Test
    void an_invitation_lets_one_person_in_once_in_the_role_that_was_given() {
        String token = token(invitations.invite(nora, "mira@" + firm, Role.LEADER));

        assertThat(invitations.welcome(token).orElseThrow().role()).isEqualTo(Role.LEADER);
        Member mira = invitations.accept(token, "Mira", Optional.of(PASSWORD));

        assertThat(mira.role()).isEqualTo(Role.LEADER);
        assertThat(mira.workspace()).isEqualTo(nora.workspace());
        assertThat(access.login("mira@" + firm, PASSWORD)).isPresent();
        assertThat(invitations.welcome(token)).isEmpty();
        assertThatThrownBy(() -> invitations.accept(token, "Eve", Optional.of(PASSWORD)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_withdrawn_invitation_and_a_form_that_was_wrong_let_nobody_in() {
        String token = token(invitations.invite(nora, "mira@" + firm, Role.SELLER));
        assertThatThrownBy(() -> invitations.accept(token, "Mira", Optional.of("short")))
                .isInstanceOf(Refused.class);
        assertThat(invitations.welcome(token)).as("the link stays open").isPresent();

        UUID id = in(() -> invitations.list(nora.viewer())).getFirst().id();
        Member other = access.setUp("x" + firm, "x@" + firm, "X", PASSWORD, ZoneId.of("UTC"));
        assertThat(invitations.withdraw(other.viewer(), id)).isFalse();
        assertThat(invitations.withdraw(nora.viewer(), id)).isTrue();
        assertThat(invitations.welcome(token)).isEmpty();
    }

    @Test
    void an_admin_neither_makes_an_owner_nor_changes_one() {
        Member admin = add("ada", Role.ADMIN);
        Member seller = add("sam", Role.SELLER);

        assertThatThrownBy(() -> invitations.invite(admin, "z@" + firm, Role.OWNER))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> members.changeRole(admin, seller.id(), Role.OWNER))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> members.changeRole(admin, nora.id(), Role.SELLER))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> members.remove(admin, nora.id(), admin.id()))
                .isInstanceOf(Refused.class);
        members.changeRole(admin, seller.id(), Role.SERVICE);
        assertThat(access.member(seller.workspace(), seller.id()).orElseThrow().role())
                .isEqualTo(Role.SERVICE);
    }

    @Test
    void the_last_owner_stays_one() {
        Member ada = add("ada", Role.ADMIN);

        assertThatThrownBy(() -> members.changeRole(nora, nora.id(), Role.ADMIN))
                .hasMessageContaining("last owner");
        assertThatThrownBy(() -> members.remove(nora, nora.id(), ada.id()))
                .hasMessageContaining("last owner");
        members.changeRole(nora, ada.id(), Role.OWNER);
        members.changeRole(nora, nora.id(), Role.ADMIN);
    }

    @Test
    void who_leaves_hands_over_people_mail_and_answers_owed_and_comes_back_the_same() {
        Member dai = add("dai", Role.SELLER);
        Records.fill(server, Caller.member(server, dai, Scope.READ), dai);
        Map<String, String> before = owned(dai);
        assertThat(before).doesNotContainValue("0");
        Map<String, String> norasBefore = owned(nora);
        String session = server.bean(Sessions.class).open(dai, "a test");

        UUID handover = members.remove(nora, dai.id(), nora.id());

        assertThat(owned(nora)).isEqualTo(before);
        assertThat(server.bean(Sessions.class).find(session)).isEmpty();
        assertThat(access.member(dai.workspace(), dai.id())).isEmpty();
        assertThat(members.list(nora.workspace())).hasSize(1);
        assertThat(members.bringBack(nora, handover)).isTrue();
        assertThat(members.bringBack(nora, handover)).isFalse();
        assertThat(owned(nora)).isEqualTo(norasBefore);
        assertThat(owned(dai)).isEqualTo(before);
        assertThat(access.login("dai@" + firm, PASSWORD).flatMap(access::memberOf)).contains(dai);
    }

    /** How much of what the member has to look after. */
    private Map<String, String> owned(Member member) {
        JdbcClient jdbc = server.bean(OwnerDatabase.class).jdbc();
        return List.of("contact.owner_id", "touch_owner.member_id", "answer_owed.member_id")
                .stream()
                .collect(
                        Collectors.toMap(
                                column -> column,
                                column ->
                                        jdbc.sql(
                                                        "SELECT count(*)::text FROM %s WHERE workspace_id = :workspace AND %s = :member"
                                                                .formatted(
                                                                        (Object[])
                                                                                column.split(
                                                                                        "[.]")))
                                                .param("workspace", member.workspace().value())
                                                .param("member", member.id().value())
                                                .query(String.class)
                                                .single()));
    }

    @Test
    void an_admin_brings_no_owner_back_and_nobody_comes_back_twice() {
        Member ada = add("ada", Role.ADMIN);
        Member second = add("olga", Role.OWNER);
        UUID handover = members.remove(nora, second.id(), nora.id());

        assertThatThrownBy(() -> members.bringBack(ada, handover)).isInstanceOf(Refused.class);
        add("olga", Role.SELLER);
        assertThatThrownBy(() -> members.bringBack(nora, handover))
                .hasMessageContaining("again already");
        assertThat(members.list(nora.workspace())).hasSize(3);
    }

    @Test
    void nothing_is_given_to_who_has_left() {
        Member dai = add("dai", Role.SELLER);
        members.remove(nora, dai.id(), nora.id());
        House house = server.bean(House.class);

        assertThat(in(() -> house.present(nora.viewer()))).doesNotContainKey(dai.id());
        assertThat(in(() -> house.members(nora.viewer()))).containsKey(dai.id());
    }

    @Test
    void a_token_and_an_invitation_of_who_left_open_nothing() {
        Member ada = add("ada", Role.ADMIN);
        String token = access.createToken(ada.viewer(), "t", Scope.WRITE);
        String link = token(invitations.invite(ada, "mira@" + firm, Role.SELLER));

        members.remove(nora, ada.id(), nora.id());

        assertThat(access.byToken(token)).isEmpty();
        assertThat(invitations.welcome(link)).isEmpty();
    }

    @Test
    void an_invitation_of_who_may_not_invite_any_more_opens_nothing() {
        Member ada = add("ada", Role.ADMIN);
        String link = token(invitations.invite(ada, "mira@" + firm, Role.ADMIN));
        members.changeRole(nora, ada.id(), Role.SELLER);

        assertThat(invitations.welcome(link)).isEmpty();
        assertThatThrownBy(() -> invitations.accept(link, "Mira", Optional.of(PASSWORD)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void each_column_that_names_a_member_is_answered_for_by_a_room() {
        List<String> columns =
                server.bean(OwnerDatabase.class)
                        .jdbc()
                        .sql(
                                """
                                SELECT DISTINCT t.relname || '.' || a.attname
                                FROM pg_constraint c
                                JOIN pg_class t ON t.oid = c.conrelid
                                JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey)
                                WHERE c.contype = 'f' AND c.confrelid = 'member'::regclass AND a.attname <> 'workspace_id'
                                UNION
                                SELECT table_name || '.' || column_name FROM information_schema.columns
                                WHERE table_schema = 'public' AND column_name IN ('member_id', 'owner_id')
                                """)
                        .query(String.class)
                        .list();
        List<String> answered =
                server.beans(MemberRecords.class).stream()
                        .flatMap(room -> room.columns().stream())
                        .toList();

        assertThat(answered)
                .as("a room names each such column of its tables in its MemberRecords")
                .containsExactlyInAnyOrderElementsOf(columns);
    }

    @Test
    void what_is_done_to_members_stands_in_the_audit_log_with_who_did_it() {
        Member dai = add("dai", Role.SELLER);
        members.changeRole(nora, dai.id(), Role.LEADER);

        Line line = lines(nora.viewer(), "member").getFirst();
        assertThat(line.what()).isEqualTo("member.role");
        assertThat(line.name()).isEqualTo("Nora");
        assertThat(line.subject()).contains(dai.id().value());
        assertThat(line.fields()).containsExactly("role");
    }

    @Test
    void what_was_refused_leaves_no_line() {
        int before = lines(nora.viewer(), "").size();
        assertThatThrownBy(() -> members.changeRole(nora, nora.id(), Role.ADMIN))
                .isInstanceOf(Refused.class);
        assertThat(lines(nora.viewer(), "")).hasSize(before);
    }

    @Test
    void a_line_of_the_audit_log_can_be_neither_changed_nor_removed() {
        JdbcClient app = server.bean(JdbcClient.class);
        for (String attempt :
                List.of(
                        "UPDATE audit_entry SET what = 'nothing.happened'",
                        "DELETE FROM audit_entry",
                        "TRUNCATE audit_entry")) {
            assertThatThrownBy(() -> in(() -> app.sql(attempt).update()))
                    .hasStackTraceContaining("permission denied");
        }
        assertThatThrownBy(() ->
                        server.bean(OwnerDatabase.class)
                                .jdbc()
                                .sql("DELETE FROM audit_entry")
                                .update())
                .hasStackTraceContaining("append-only");
    }

    @Test
    void the_log_of_one_firm_is_not_read_by_another_and_pages_without_gaps() {
        for (int i = 0; i < 5; i++) access.createToken(nora.viewer(), "t" + i, Scope.READ);
        Member other = access.setUp("y" + firm, "y@" + firm, "Y", PASSWORD, ZoneId.of("UTC"));
        Audit audit = server.bean(Audit.class);
        Search tokens = new Search(Optional.empty(), "token", Optional.empty());

        var first = in(() -> audit.lines(nora.viewer(), tokens, Optional.empty(), 3));
        var second =
                in(() -> audit.lines(nora.viewer(), tokens, first.next().map(UUID::fromString), 3));

        assertThat(first.items()).hasSize(3);
        assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isEmpty();
        assertThat(
                        CurrentWorkspace.call(
                                other.workspace(),
                                () ->
                                        audit.lines(other.viewer(), tokens, Optional.empty(), 3)
                                                .items()))
                .isEmpty();
    }

    @Test
    void what_is_done_to_a_person_is_logged_by_the_names_of_its_fields() {
        ContactBook book = server.bean(ContactBook.class);
        in(() -> {
            PersonId mira = book.add(nora.viewer(), Map.of(ContactField.NAME, "Mira Vesely"));
            book.delete(nora.viewer(), mira, _ -> {});
            return mira;
        });

        List<Line> lines = lines(nora.viewer(), "contact");
        assertThat(lines)
                .extracting(Line::what)
                .containsExactly("contact.deleted", "contact.changed");
        assertThat(lines.getLast().fields()).containsExactly(ContactField.NAME.key());
        assertThat(lines.toString()).doesNotContain("Vesely");
    }

    private List<Line> lines(Viewer viewer, String kind) {
        Search all = new Search(Optional.empty(), kind, Optional.empty());
        return in(() -> server.bean(Audit.class).lines(viewer, all, Optional.empty(), 50).items());
    }
}
