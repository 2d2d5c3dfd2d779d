package app.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Caller.Answer;
import app.rapport.browser.TestServer;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One login in several workspaces. */
class WorkspacesTest {
    private static final String PASSWORD = "four sample cartridges";
    private static TestServer server;
    private static Workspaces workspaces;
    private static Sessions sessions;
    private static Member nora;
    private static Member dai;

    @BeforeAll
    static void twoFirms() {
        server = TestServer.start();
        workspaces = server.bean(Workspaces.class);
        sessions = server.bean(Sessions.class);
        Access access = server.bean(Access.class);
        nora = access.setUp("Tarn", "nora@tarn.example", "Nora", PASSWORD, ZoneId.of("UTC"));
        dai = access.setUp("Penny", "dai@penny.example", "Dai", PASSWORD, ZoneId.of("UTC"));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void a_session_goes_where_its_login_is_a_member_and_its_old_forms_end() {
        Member there =
                server.bean(Members.class)
                        .add(
                                dai.workspace(),
                                "nora@tarn.example",
                                "Nora",
                                Role.READ_ONLY,
                                Optional.empty(),
                                Optional.empty());
        String secret = sessions.open(nora, "a test");
        String form = sessions.find(secret).orElseThrow().csrf();

        assertThat(workspaces.enter(nora, dai.workspace(), secret)).contains(there);

        var session = sessions.find(secret).orElseThrow();
        assertThat(session.member()).isEqualTo(there);
        assertThat(session.member().role()).isEqualTo(Role.READ_ONLY);
        assertThat(session.csrf()).isNotEqualTo(form);
        assertThat(workspaces.list(there, secret))
                .extracting(Workspaces.Choice::name)
                .contains("Penny", "Tarn");
    }

    @Test
    void a_session_enters_no_workspace_where_its_login_is_nobody() {
        String secret = sessions.open(dai, "a test");

        assertThat(workspaces.enter(dai, nora.workspace(), secret)).isEmpty();
        assertThat(sessions.find(secret).orElseThrow().member()).isEqualTo(dai);
        Caller caller = Caller.member(server, dai, Scope.WRITE);
        Answer answer =
                caller.send("POST", "/settings/workspaces/" + nora.workspace() + "/enter", false);
        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void one_more_workspace_is_empty_and_owned_by_who_made_it() {
        Member owner = workspaces.make(nora, "Side firm");

        assertThat(owner.role()).isEqualTo(Role.OWNER);
        assertThat(owner.email()).isEqualTo(nora.email());
        assertThat(server.bean(Members.class).list(owner.workspace())).hasSize(1);
        assertThat(List.of(owner.workspace())).doesNotContain(nora.workspace());
    }
}
