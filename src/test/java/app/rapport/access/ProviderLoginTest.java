package app.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rapport.access.Audit.Line;
import app.rapport.access.Audit.Search;
import app.rapport.access.openid.ProviderVisitor;
import app.rapport.access.openid.TestProvider;
import app.rapport.access.openid.TestProvider.Lie;
import app.rapport.browser.TestServer;
import app.rapport.database.CurrentWorkspace;
import app.rapport.database.OwnerDatabase;
import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In by a firm's own provider, a real one, and everything that it must not open. */
class ProviderLoginTest {
    private static final String PASSWORD = "four sample cartridges";
    private static TestServer server;
    private static TestProvider provider;
    private static LoginProviders providers;
    private static int firms;

    private String firm;
    private Member nora;
    private Member ada;
    private String entrance;
    private ProviderVisitor visitor;

    @BeforeAll
    static void open() {
        server = TestServer.start();
        provider = TestProvider.start();
        providers = server.bean(LoginProviders.class);
    }

    @AfterAll
    static void close() {
        provider.close();
        server.close();
    }

    @BeforeEach
    void aFirmWithItsProvider() {
        firm = "firm" + ++firms + ".example";
        nora =
                server.bean(Access.class)
                        .setUp(firm, "nora@" + firm, "Nora", PASSWORD, ZoneId.of("UTC"));
        ada = add(nora, "ada@" + firm, Role.SELLER, Optional.of(PASSWORD));
        provider.lies(Lie.NONE);
        provider.has("nora@" + firm, "nora@" + firm, true)
                .has("ada@" + firm, "ada@" + firm, true)
                .knows(providers.redirect(nora.workspace()));
        set(nora);
        entrance = providers.entrance(nora.workspace());
        visitor = new ProviderVisitor(server.address());
        server.bean(OwnerDatabase.class).jdbc().sql("DELETE FROM login_failure").update();
    }

    private static void set(Member by) {
        in(
                by,
                () -> {
                    providers.save(by, provider.issuer(), TestProvider.CLIENT, TestProvider.SECRET);
                    return true;
                });
    }

    private static Member add(Member by, String email, Role role, Optional<String> password) {
        return server.bean(Members.class)
                .add(by.workspace(), email, email, role, password, Optional.empty());
    }

    private static <T> T in(Member member, java.util.function.Supplier<T> work) {
        return CurrentWorkspace.call(member.workspace(), work::get);
    }

    private List<Line> log() {
        Search all = new Search(Optional.empty(), "", Optional.empty());
        return in(
                nora,
                () ->
                        server.bean(Audit.class)
                                .lines(nora.viewer(), all, Optional.empty(), 20)
                                .items());
    }

    private void assertTurned(HttpResponse<String> answer, String words) {
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(words);
        assertThat(visitor.get("/settings").statusCode()).isEqualTo(302);
    }

    @Test
    void a_member_comes_in_with_the_account_of_the_firm_and_is_known_from_then_on() {
        HttpResponse<String> in = visitor.logIn(entrance + "?to=/settings", "ada@" + firm);

        assertThat(in.statusCode()).as(in.body()).isEqualTo(302);
        assertThat(ProviderVisitor.location(in)).endsWith("/settings");
        assertThat(visitor.get("/settings").body()).contains("ada@" + firm);
        assertThat(in(nora, () -> providers.known(nora.viewer())))
                .extracting(LoginProviders.Known::member)
                .containsExactly(ada.id());
        assertThat(log())
                .extracting(Line::what)
                .contains("login-provider.saved", "member.linked", "session.opened");
        assertThat(log().getFirst().fields()).containsExactly("provider");

        provider.has("ada@" + firm, "renamed@" + firm, false);
        assertThat(
                        new ProviderVisitor(server.address())
                                .logIn(entrance, "ada@" + firm)
                                .statusCode())
                .as("known by the provider's own name for her, whatever her address there is now")
                .isEqualTo(302);
    }

    @Test
    void an_address_that_the_provider_did_not_verify_is_nobodys() {
        provider.has("guest", "ada@" + firm, false);
        assertTurned(
                visitor.logIn(entrance, "guest"),
                "does not say that your mail address is verified");
        provider.has("guest", "ada@" + firm, "no word");
        assertTurned(
                visitor.logIn(entrance, "guest"),
                "does not say that your mail address is verified");
    }

    @Test
    void who_is_no_member_is_told_so_and_becomes_none() {
        provider.has("stranger", "stranger@" + firm, true);
        assertTurned(visitor.logIn(entrance, "stranger"), "Nobody logs in as stranger@" + firm);
        assertThat(server.bean(Members.class).list(nora.workspace())).hasSize(2);
    }

    @Test
    void a_member_of_another_firm_is_no_member_here() {
        Member dai =
                server.bean(Access.class)
                        .setUp("Penny", "dai@penny." + firm, "Dai", PASSWORD, ZoneId.of("UTC"));
        provider.has("dai", dai.email(), true);
        assertTurned(visitor.logIn(entrance, "dai"), "Nobody logs in as");
    }

    @Test
    void an_account_with_an_address_that_another_account_had_is_refused_until_they_are_parted() {
        visitor.logIn(entrance, "ada@" + firm);
        provider.has("new account", "ada@" + firm, true);
        visitor = new ProviderVisitor(server.address());
        assertTurned(visitor.logIn(entrance, "new account"), "tied to ada@" + firm);

        assertThat(in(nora, () -> providers.forget(nora, ada.id()))).isTrue();
        assertThat(visitor.logIn(entrance, "new account").statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @EnumSource(value = Lie.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void a_token_that_is_not_right_in_every_point_lets_nobody_in(Lie lie) {
        provider.lies(lie);
        assertTurned(visitor.logIn(entrance, "ada@" + firm), "does not hold");
    }

    @Test
    void an_answer_counts_only_in_the_browser_that_asked_and_only_once() {
        String back = visitor.linkBack(entrance, "ada@" + firm);
        ProviderVisitor other = new ProviderVisitor(server.address());
        assertThat(other.get(back).statusCode()).isEqualTo(422);
        other.linkBack(entrance, "ada@" + firm);
        assertThat(other.get(back).statusCode())
                .as("with a login of its own under way")
                .isEqualTo(422);

        assertThat(visitor.get(back.replaceFirst("state=[^&]+", "state=x")).statusCode())
                .isEqualTo(422);
        String again = visitor.linkBack(entrance, "ada@" + firm);
        assertThat(visitor.get(again).statusCode()).isEqualTo(302);
        assertThat(visitor.get(again).statusCode()).isEqualTo(422);
    }

    @Test
    void a_code_of_another_login_is_worth_nothing_without_what_began_it() {
        String stolen = visitor.linkBack(entrance, "ada@" + firm);
        ProviderVisitor thief = new ProviderVisitor(server.address());
        String own = thief.linkBack(entrance, "nora@" + firm);
        String code = stolen.replaceFirst(".*code=([^&]+).*", "$1");

        HttpResponse<String> answer =
                thief.get(own.replaceFirst("code=[^&]+", "code=" + Matcher.quoteReplacement(code)));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("does not hold");
    }

    @Test
    void an_answer_of_one_firms_provider_opens_no_other_firm() {
        Member dai =
                server.bean(Access.class)
                        .setUp("Penny", "dai@p." + firm, "Dai", PASSWORD, ZoneId.of("UTC"));
        provider.knows(providers.redirect(dai.workspace()));
        set(dai);
        String back = visitor.linkBack(entrance, "ada@" + firm);
        String elsewhere = back.replace(nora.workspace().toString(), dai.workspace().toString());
        assertThat(visitor.get(elsewhere).statusCode()).isEqualTo(422);
    }

    @Test
    void a_session_by_the_provider_reaches_nothing_else_of_the_login() {
        Member dai =
                server.bean(Access.class)
                        .setUp("Penny", "dai@q." + firm, "Dai", PASSWORD, ZoneId.of("UTC"));
        add(dai, ada.email(), Role.OWNER, Optional.empty());
        visitor.logIn(entrance, "ada@" + firm);
        String form = csrf(visitor.get("/settings").body());

        assertThat(visitor.get("/settings/workspaces").body())
                .contains("counts in this workspace only")
                .doesNotContain("Penny");
        assertThat(
                        visitor.post(
                                        "/settings/workspaces/" + dai.workspace() + "/enter",
                                        "_csrf=" + form)
                                .statusCode())
                .isEqualTo(404);
        assertThat(visitor.post("/settings/workspaces", "name=Mine&_csrf=" + form).statusCode())
                .isEqualTo(422);
        visitor.post("/settings/second-factor/begin", "_csrf=" + form);
        assertThat(visitor.get("/settings/second-factor").body())
                .contains("belongs to your password")
                .doesNotContain("r-qr");
        String abroad = server.bean(Sessions.class).open(dai, "elsewhere");
        visitor.post("/settings/sessions/end-others", "_csrf=" + form);
        assertThat(server.bean(Sessions.class).find(abroad)).isPresent();
    }

    @Test
    void our_second_factor_is_not_asked_of_who_comes_by_the_provider() {
        House house = server.bean(House.class);
        in(
                nora,
                () -> {
                    house.requireSecondFactor(nora.viewer(), true);
                    return true;
                });
        visitor.logIn(entrance, "ada@" + firm);
        assertThat(visitor.get("/people").statusCode()).isEqualTo(200);
    }

    @Test
    void once_it_is_the_only_way_passwords_let_in_owners_alone() {
        Sessions sessions = server.bean(Sessions.class);
        Doorkeeper door = server.bean(Doorkeeper.class);
        assertThatThrownBy(() -> providers.onlyWay(nora, true))
                .as("nobody came in this way yet")
                .isInstanceOf(Refused.class);
        visitor.logIn(entrance, "ada@" + firm);
        String before = sessions.open(ada, "by password, before");
        assertThat(sessions.find(before)).isPresent();

        providers.onlyWay(nora, true);

        assertThat(sessions.find(before)).isEmpty();
        assertThat(door.ask(ada.email(), PASSWORD, "192.0.2.1"))
                .isInstanceOf(Doorkeeper.Answer.OnlyByProvider.class);
        assertThat(door.ask(ada.email(), "wrong words", "192.0.2.1"))
                .isInstanceOf(Doorkeeper.Answer.Wrong.class);
        assertThat(door.ask(nora.email(), PASSWORD, "192.0.2.1"))
                .isInstanceOf(Doorkeeper.Answer.In.class);
        assertThat(visitor.get("/settings").statusCode()).isEqualTo(200);

        providers.onlyWay(nora, false);
        assertThat(door.ask(ada.email(), PASSWORD, "192.0.2.1"))
                .isInstanceOf(Doorkeeper.Answer.In.class);
    }

    @Test
    void who_is_invited_where_the_provider_is_the_only_way_joins_by_it_and_chooses_no_password() {
        visitor.logIn(entrance, "ada@" + firm);
        providers.onlyWay(nora, true);
        String link = invited("ben@" + firm);
        provider.has("ben@" + firm, "ben@" + firm, true).has("eve", "eve@" + firm, true);

        ProviderVisitor eve = new ProviderVisitor(server.address());
        HttpResponse<String> refused = eve.logInBy(joining(eve, link), "eve");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(refused.body()).contains("The invitation is for ben@" + firm);

        ProviderVisitor ben = new ProviderVisitor(server.address());
        assertThat(ben.get(link).body()).contains("own log-in").doesNotContain("type=\"password\"");
        HttpResponse<String> in = ben.logInBy(joining(ben, link), "ben@" + firm);
        assertThat(in.statusCode()).as(in.body()).isEqualTo(302);
        assertThat(ben.get("/settings").body()).contains("Ben Holm");
        assertThat(ben.get(link).statusCode()).as("the link opens once").isEqualTo(404);
        assertThat(ben.get("/people").statusCode()).isEqualTo(200);
    }

    private String invited(String email) {
        return in(nora, () -> server.bean(Invitations.class).invite(nora, email, Role.SELLER));
    }

    private static HttpResponse<String> joining(ProviderVisitor guest, String link) {
        return guest.post(link, "name=Ben+Holm&_csrf=" + csrf(guest.get(link).body()));
    }

    @Test
    void a_password_session_from_elsewhere_does_not_get_around_the_only_way() {
        Member dai =
                server.bean(Access.class)
                        .setUp("Penny", "dai@r." + firm, "Dai", PASSWORD, ZoneId.of("UTC"));
        add(nora, dai.email(), Role.SELLER, Optional.empty());
        visitor.logIn(entrance, "ada@" + firm);
        providers.onlyWay(nora, true);

        String secret = server.bean(Sessions.class).open(dai, "a browser");
        Workspaces workspaces = server.bean(Workspaces.class);
        assertThat(workspaces.enter(dai, nora.workspace(), secret)).isEmpty();
        assertThat(workspaces.list(dai, secret))
                .extracting(Workspaces.Choice::id)
                .containsExactly(dai.workspace());
    }

    @Test
    void what_an_admin_alone_set_up_lets_no_owner_in() {
        Member admin = add(nora, "admin@" + firm, Role.ADMIN, Optional.of(PASSWORD));
        set(admin);
        assertTurned(visitor.logIn(entrance, "nora@" + firm), "only once an owner has saved");
        assertThat(visitor.logIn(entrance, "ada@" + firm).statusCode()).isEqualTo(302);
        set(nora);
        assertThat(visitor.logIn(entrance, "nora@" + firm).statusCode()).isEqualTo(302);
    }

    @Test
    void the_secret_is_sealed_and_goes_to_no_server_that_it_was_not_typed_in_for() {
        try (TestProvider other = TestProvider.start()) {
            assertThatThrownBy(() -> providers.save(nora, other.issuer(), TestProvider.CLIENT, ""))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("client secret");
        }
        providers.save(nora, provider.issuer(), TestProvider.CLIENT, "");
        byte[] kept =
                server.bean(OwnerDatabase.class)
                        .jdbc()
                        .sql("SELECT client_secret FROM login_provider WHERE workspace_id = :w")
                        .param("w", nora.workspace().value())
                        .query(byte[].class)
                        .single();
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(TestProvider.SECRET);
        Caller owner = Caller.member(server, nora, Scope.READ);
        assertThat(owner.send("GET", "/settings/login", false).body())
                .contains(provider.issuer())
                .doesNotContain(TestProvider.SECRET);
    }

    @Test
    void with_the_provider_go_its_sessions_and_whom_it_knew() {
        visitor.logIn(entrance, "ada@" + firm);
        providers.remove(nora);

        assertThat(visitor.get("/settings").statusCode()).isEqualTo(302);
        assertThat(visitor.get(entrance).statusCode()).isEqualTo(404);
        assertThat(in(nora, () -> providers.known(nora.viewer()))).isEmpty();
    }

    @Test
    void who_left_is_let_in_no_more() {
        visitor.logIn(entrance, "ada@" + firm);
        server.bean(Members.class).remove(nora, ada.id(), nora.id());
        assertThat(visitor.get("/settings").statusCode()).isEqualTo(302);
        assertTurned(visitor.logIn(entrance, "ada@" + firm), "Nobody logs in as");
    }

    @Test
    void who_begins_again_and_again_waits() {
        for (int i = 0; i < ProviderDoor.UNFINISHED_FROM_AN_ADDRESS; i++) visitor.get(entrance);
        assertThat(visitor.get(entrance).statusCode()).isEqualTo(429);
    }

    @Test
    void the_login_page_leads_to_ones_firm_by_the_domain_and_tells_of_no_other() {
        assertThat(visitor.get("/login").body())
                .contains("Log in through your firm")
                .doesNotContain(firm);
        in(
                nora,
                () -> {
                    server.bean(House.class).addDomains(nora.viewer(), List.of(firm));
                    return true;
                });
        String form = csrf(visitor.get("/login/firm").body());
        String found =
                visitor.post(
                                "/login/firm",
                                "email="
                                        + ProviderVisitor.encoded("nobody@" + firm)
                                        + "&_csrf="
                                        + form)
                        .body();
        assertThat(found).contains("/login/with/" + nora.workspace());
        assertThat(visitor.post("/login/firm", "email=x@other.example&_csrf=" + form).body())
                .doesNotContain("/login/with/")
                .contains("No firm here");
    }

    @Test
    void who_asks_for_firm_after_firm_waits() {
        String form = csrf(visitor.get("/login/firm").body());
        int asked = 0;
        while (visitor.post("/login/firm", "email=x@f.example&_csrf=" + form).statusCode() == 200)
            assertThat(++asked).isLessThanOrEqualTo(ProviderDoor.ASKED_FROM_AN_ADDRESS);
        assertThat(visitor.post("/login/firm", "email=x@f.example&_csrf=" + form).body())
                .contains("Too many attempts");
    }

    @Test
    void a_door_that_is_none_looks_like_nothing() {
        assertThat(visitor.get("/login/with/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    private static String csrf(String page) {
        Matcher field = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        assertThat(field.find()).as(page).isTrue();
        return field.group(1);
    }
}
