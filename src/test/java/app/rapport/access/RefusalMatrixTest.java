package app.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Caller.Answer;
import app.rapport.access.Routes.Route;
import app.rapport.access.web.Gate;
import app.rapport.browser.TestServer;
import app.rapport.database.OwnerDatabase;
import app.rapport.kernel.Right;
import app.rapport.kernel.Uuid7;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every route that the server has, asked as nobody, as each role, with a token that may only read,
 * and from another workspace. The routes are read from the running server, so a new one is asked
 * from its first day.
 */
class RefusalMatrixTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final UUID UNKNOWN = Uuid7.next();

    /**
     * Tables that change while nobody changes anything: who was here, what is derived meanwhile.
     */
    private static final Set<String> BY_ITSELF =
            Set.of("session", "api_token", "acquaintance", "acquaintance_basis");

    private static TestServer server;
    private static List<Route> closed;
    private static Member nora;
    private static Member dai;
    private static List<UUID> ids;
    private static Map<String, List<UUID>> known;
    private static final Map<Role, Caller> CALLERS = new EnumMap<>(Role.class);

    @BeforeAll
    static void twoFirmsAndEveryRole() {
        server = TestServer.start();
        Access access = server.bean(Access.class);
        nora = access.setUp("Tarn", "nora@tarn.example", "Nora", "four sample cartridges", ZONE);
        dai = access.setUp("Penny", "dai@penny.example", "Dai", "four sample cartridges", ZONE);
        Members members = server.bean(Members.class);
        CALLERS.put(Role.OWNER, Caller.member(server, nora, Scope.WRITE));
        for (Role role : Role.values()) {
            if (role == Role.OWNER) continue;
            Member member =
                    members.add(
                            nora.workspace(),
                            role.key() + "@tarn.example",
                            role.title(),
                            role,
                            Optional.of("four sample cartridges"),
                            Optional.empty());
            CALLERS.put(role, Caller.member(server, member, Scope.WRITE));
        }
        Records.fill(server, CALLERS.get(Role.OWNER), nora);
        ids = ids(nora);
        closed = Routes.of(server).all().stream().filter(r -> !Gate.isOpen(r.handler())).toList();
        known = known(CALLERS.get(Role.OWNER));
    }

    /** For each beginning of routes the ids that something is there for, as the owner sees it. */
    private static Map<String, List<UUID>> known(Caller owner) {
        Map<String, List<Route>> readers =
                closed.stream()
                        .filter(route -> route.method().equals("GET") && route.takesAnId())
                        .collect(Collectors.groupingBy(RefusalMatrixTest::beginning));
        return readers.entrySet().parallelStream()
                .collect(
                        Collectors.toConcurrentMap(
                                Map.Entry::getKey, one -> known(owner, one.getValue())));
    }

    private static List<UUID> known(Caller owner, List<Route> readers) {
        return readers.stream()
                .map(route ->
                        ids.stream().filter(id -> owner.ask(route, id).status() != 404).toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(ids);
    }

    private static String beginning(Route route) {
        return route.pattern().split("\\{")[0];
    }

    /** Those that tell a refusal from what does not exist, if anything does. */
    private static List<UUID> telling(Route route) {
        return route.takesAnId() ? known.getOrDefault(beginning(route), ids) : List.of(UNKNOWN);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void every_route_says_what_it_needs() {
        assertThat(closed)
                .as(
                        "Put @Needs(toRead = …, toChange = …) on the controller or the method, or @OpenDoor; until then nobody gets in")
                .filteredOn(route -> Gate.needed(route.handler(), route.method()) == Right.NOT_SAID)
                .isEmpty();
    }

    @Test
    void no_route_that_changes_something_is_content_with_a_right_to_read() {
        assertThat(closed)
                .filteredOn(route -> !route.method().equals("GET"))
                .filteredOn(route -> !Gate.needed(route.handler(), route.method()).changes())
                .isEmpty();
    }

    @Test
    void nobody_gets_in_without_a_session_or_a_token() {
        Caller nobody = Caller.nobody(server);
        SoftAssertions.assertSoftly(softly -> {
            for (Route route : closed) {
                Answer answer = nobody.ask(route, UNKNOWN);
                softly.assertThat(answer.status())
                        .as(route.toString())
                        .isIn(route.isApi() ? List.of(401) : List.of(302, 403));
                if (answer.status() == 302) softly.assertThat(answer.location()).contains("/login");
            }
        });
    }

    @Test
    void what_a_role_may_not_looks_like_what_does_not_exist() {
        Map<String, String> before = rows(nora);
        for (Role role : Role.values())
            checkRefused(
                    CALLERS.get(role),
                    route -> !role.may(Gate.needed(route.handler(), route.method())));
        assertThat(rows(nora)).isEqualTo(before);
    }

    @Test
    void a_token_that_reads_changes_nothing() {
        Caller reader = Caller.member(server, nora, Scope.READ);
        Map<String, String> before = rows(nora);
        checkRefused(
                reader,
                route -> route.isApi() && Gate.needed(route.handler(), route.method()).changes());
        assertThat(rows(nora)).isEqualTo(before);
    }

    private static void checkRefused(Caller caller, Predicate<Route> refused) {
        checkAlike(
                caller,
                closed.stream().filter(refused).toList(),
                route -> {
                    String nowhere = route.isApi() ? "/api/v1/no-such-thing" : "/no-such-thing";
                    Answer missing =
                            caller.send(route.method(), nowhere, false).plain(nowhere, UNKNOWN);
                    assertThat(missing.status()).isEqualTo(404);
                    return missing;
                });
    }

    /** Asked two at a time: one waits for the database while the other is answered. */
    private static void checkAlike(
            Caller caller, List<Route> routes, Function<Route, Answer> expected) {
        List<Alike> all =
                routes.parallelStream()
                        .flatMap(route -> {
                            Answer missing = expected.apply(route);
                            return telling(route).stream()
                                    .map(id -> Alike.asked(caller, route, id, missing));
                        })
                        .toList();
        SoftAssertions.assertSoftly(softly -> {
            for (Alike one : all)
                softly.assertThat(one.answer()).as(one.what()).isEqualTo(one.missing());
        });
    }

    private record Alike(String what, Answer answer, Answer missing) {
        static Alike asked(Caller caller, Route route, UUID id, Answer missing) {
            return new Alike(
                    caller.name() + ": " + route + " with " + id,
                    caller.ask(route, id).plain(route.path(id), id),
                    missing);
        }
    }

    @Test
    void what_a_role_may_read_is_there() {
        SoftAssertions.assertSoftly(softly -> {
            for (Role role : Role.values()) {
                for (Route route : closed) {
                    if (!route.method().equals("GET") || route.takesAnId()) continue;
                    if (!role.may(Gate.needed(route.handler(), "GET"))) continue;
                    softly.assertThat(CALLERS.get(role).ask(route, UNKNOWN).status())
                            .as(role + ": " + route)
                            .isNotEqualTo(404);
                }
            }
        });
    }

    @Test
    void records_of_another_workspace_look_like_records_that_do_not_exist() {
        Caller stranger = Caller.member(server, dai, Scope.WRITE);
        Map<String, String> before = rows(nora);
        checkAlike(
                stranger,
                closed.stream().filter(Route::takesAnId).toList(),
                route -> stranger.ask(route, UNKNOWN).plain(route.path(UNKNOWN), UNKNOWN));
        assertThat(rows(nora)).isEqualTo(before);
    }

    /** One id of each kind of record that the workspace has. */
    private static List<UUID> ids(Member member) {
        List<UUID> ids = new ArrayList<>();
        for (String table : tables("id").toList()) {
            owner().jdbc()
                    .sql("SELECT id FROM " + table + " WHERE workspace_id = :workspace LIMIT 1")
                    .param("workspace", member.workspace().value())
                    .query(UUID.class)
                    .optional()
                    .ifPresent(ids::add);
        }
        assertThat(ids).hasSizeGreaterThan(5);
        return ids;
    }

    /** What the workspace's tables hold; what changes by itself is left out. */
    private static Map<String, String> rows(Member member) {
        Map<String, String> rows = new TreeMap<>();
        tables("workspace_id")
                .filter(table -> !BY_ITSELF.contains(table))
                .forEach(table ->
                        rows.put(
                                table,
                                owner().jdbc()
                                        .sql(
                                                "SELECT coalesce(md5(string_agg(t::text, ',' ORDER BY t::text)), '') FROM "
                                                        + table
                                                        + " t WHERE workspace_id = :workspace")
                                        .param("workspace", member.workspace().value())
                                        .query(String.class)
                                        .single()));
        return rows;
    }

    private static Stream<String> tables(String column) {
        return owner()
                .jdbc()
                .sql(
                        """
                        SELECT c.table_name FROM information_schema.columns c
                        JOIN information_schema.tables t USING (table_schema, table_name)
                        WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
                          AND c.column_name IN ('workspace_id', :column) AND c.data_type = 'uuid'
                        GROUP BY c.table_name HAVING bool_or(c.column_name = :column)
                          AND bool_or(c.column_name = 'workspace_id') ORDER BY 1
                        """)
                .param("column", column)
                .query(String.class)
                .list()
                .stream();
    }

    private static OwnerDatabase owner() {
        return server.bean(OwnerDatabase.class);
    }
}
