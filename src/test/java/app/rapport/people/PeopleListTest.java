package app.rapport.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.browser.TestServer;
import app.rapport.conversations.Channel;
import app.rapport.conversations.Conversations;
import app.rapport.conversations.LastTouches;
import app.rapport.conversations.Side;
import app.rapport.conversations.TypedTouch;
import app.rapport.database.CurrentWorkspace;
import app.rapport.kernel.Derived;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.people.model.PeopleQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Filters, orders and pages of the list, over a real database. */
class PeopleListTest {
    private static final Map<String, PersonId> IDS = new HashMap<>();
    private static TestServer server;
    private static Viewer nora;
    private static Viewer dai;

    @BeforeAll
    static void two_firms_with_people() {
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
                    UUID quill = company(nora, "Quillbrook Dairy");
                    UUID lark = company(nora, "Larkhill Vinegar");
                    person(nora, "Marta Vesely", quill, "'{tier A}'", "mail", true);
                    person(nora, "Bea Thornycroft", lark, "'{}'", "mail", true);
                    person(nora, "Oona Wray", null, "'{tier A,press}'", "typed", false);
                    person(nora, "Żaneta Ąk", quill, "'{}'", "typed", true);
                    person(nora, "Ilse Own", null, "'{}'", "mail", true);
                    sql("UPDATE contact SET colleague = true WHERE display_name = 'Ilse Own'");
                    return null;
                });
        in(
                dai,
                () -> {
                    person(
                            dai,
                            "Marta Elsewhere",
                            company(dai, "Quillbrook Dairy"),
                            "'{tier A}'",
                            "mail",
                            true);
                    return null;
                });
        log("Bea Thornycroft", Duration.ofDays(3));
        log("Marta Vesely", Duration.ofDays(100));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void newest_talks_come_first_and_those_never_spoken_to_last() {
        assertThat(names(Map.of())).startsWith("Bea Thornycroft", "Marta Vesely").hasSize(4);
    }

    @Test
    void nobody_of_another_workspace_and_no_colleague_is_shown() {
        assertThat(names(Map.of())).doesNotContain("Marta Elsewhere", "Ilse Own");
        assertThat(names(Map.of("who", "colleagues"))).containsExactly("Ilse Own");
        assertThat(names(Map.of("who", "everybody"))).hasSize(5);
    }

    @Test
    void each_filter_leaves_those_that_fit() {
        assertThat(names(Map.of("tag", "tier A")))
                .containsExactlyInAnyOrder("Marta Vesely", "Oona Wray");
        assertThat(names(Map.of("company", "quillb")))
                .containsExactlyInAnyOrder("Marta Vesely", "Żaneta Ąk");
        assertThat(names(Map.of("owner", "none"))).containsExactly("Oona Wray");
        assertThat(names(Map.of("owner", "me", "tag", "tier A"))).containsExactly("Marta Vesely");
        assertThat(names(Map.of("owner", "nonsense"))).isEmpty();
        assertThat(names(Map.of("source", "typed")))
                .containsExactlyInAnyOrder("Oona Wray", "Żaneta Ąk");
        assertThat(names(Map.of("touched", "30d"))).containsExactly("Bea Thornycroft");
        assertThat(names(Map.of("untouched", "30d"))).doesNotContain("Bea Thornycroft").hasSize(3);
        assertThat(names(Map.of("untouched", "30d", "touched", "365d")))
                .containsExactly("Marta Vesely");
        assertThat(names(Map.of("open", "yes"))).isEmpty();
        assertThat(names(Map.of("q", "oona"))).containsExactly("Oona Wray");
        assertThat(names(Map.of("tag", "x' OR true --"))).isEmpty();
    }

    @Test
    void a_company_sorts_its_people_together_and_people_without_one_stand_last() {
        assertThat(names(Map.of("sort", "company")))
                .containsExactly("Bea Thornycroft", "Marta Vesely", "Żaneta Ąk", "Oona Wray");
    }

    @Test
    void a_company_that_gets_another_name_or_goes_takes_its_people_along() {
        rolledBack(() -> {
            sql(
                    "UPDATE account SET name = 'Aster', name_key = 'aster' WHERE name = 'Quillbrook Dairy'");
            assertThat(names(Map.of("sort", "company"))).startsWith("Marta Vesely");
            sql("UPDATE account SET deleted_at = now() WHERE name = 'Aster'");
            assertThat(names(Map.of("sort", "company")))
                    .startsWith("Bea Thornycroft", "Marta Vesely");
            assertThat(names(Map.of("company", "aster"))).isEmpty();
        });
    }

    @Test
    void every_order_pages_through_everybody_once_whatever_comes_and_goes() {
        for (String order :
                List.of(
                        "name",
                        "-name",
                        "company",
                        "-company",
                        "last",
                        "-last",
                        "added",
                        "-added")) {
            PeopleQuery query = PeopleQuery.of(Map.of("sort", order));
            List<String> paged = new ArrayList<>();
            String after = "";
            do {
                String from = after;
                Slice<PersonRow> page = in(nora, () -> list().page(nora, query, from, 1));
                page.items().forEach(row -> paged.add(row.name()));
                after = page.next().orElse("");
            } while (!after.isEmpty());
            assertThat(paged).as(order).isEqualTo(names(Map.of("sort", order))).hasSize(4);
        }
    }

    @Test
    void a_page_goes_on_where_it_stood_when_somebody_came_before_it() {
        PeopleQuery byName = PeopleQuery.of(Map.of("sort", "name"));
        rolledBack(() -> {
            Slice<PersonRow> first = list().page(nora, byName, "", 2);
            person(nora, "Abel Early", null, "'{}'", "typed", true);
            assertThat(list().page(nora, byName, first.next().orElseThrow(), 2).items())
                    .extracting(PersonRow::name)
                    .containsExactly("Oona Wray", "Żaneta Ąk");
        });
    }

    @Test
    void told_as_it_happens_or_all_again_the_last_talks_are_the_same() {
        rolledBack(() -> {
            Standings standings = server.bean(Standings.class);
            Map<PersonId, Instant> told = standings.lastTouches(nora);
            assertThat(told).hasSize(2);
            sql("UPDATE contact SET last_touch_at = now() WHERE display_name <> 'Bea Thornycroft'");
            assertThat(server.bean(LastTouches.class).rebuild(nora))
                    .isEqualTo(new Derived.Rebuilt(2, 4, true));
            assertThat(server.bean(LastTouches.class).rebuild(nora))
                    .isEqualTo(new Derived.Rebuilt(2, 0, true));
            assertThat(standings.lastTouches(nora)).isEqualTo(told);
        });
    }

    @Test
    void the_last_talk_that_is_shown_is_the_one_that_is_sorted_by() {
        var beats = in(nora, () -> server.bean(Conversations.class).lastBeats(nora, IDS.values()));
        assertThat(beats.keySet())
                .containsExactlyInAnyOrder(IDS.get("Bea Thornycroft"), IDS.get("Marta Vesely"));
        assertThat(beats.values()).allMatch(beat -> beat.spoken());
    }

    @Test
    void a_tag_that_is_taken_off_finds_nobody_any_more() {
        rolledBack(() -> {
            sql("UPDATE contact SET tags = '{press,press,new}' WHERE display_name = 'Oona Wray'");
            assertThat(names(Map.of("tag", "tier A"))).containsExactly("Marta Vesely");
            assertThat(names(Map.of("tag", "new"))).containsExactly("Oona Wray");
        });
    }

    @Test
    void the_count_is_of_all_that_fit() {
        assertThat(in(nora, () -> list().count(nora, PeopleQuery.of(Map.of("tag", "tier A")))))
                .isEqualTo(2);
    }

    private static PeopleList list() {
        return server.bean(PeopleList.class);
    }

    private static List<String> names(Map<String, String> asked) {
        return in(nora, () -> list().page(nora, PeopleQuery.of(asked), "", 50)).items().stream()
                .map(PersonRow::name)
                .toList();
    }

    private static <T> T in(Viewer viewer, Supplier<T> work) {
        return CurrentWorkspace.call(viewer.workspace(), work);
    }

    private static void rolledBack(Runnable work) {
        var transactions =
                new org.springframework.transaction.support.TransactionTemplate(
                        server.bean(
                                org.springframework.transaction.PlatformTransactionManager.class));
        in(
                nora,
                () -> {
                    transactions.executeWithoutResult(status -> {
                        work.run();
                        status.setRollbackOnly();
                    });
                    return null;
                });
    }

    private static void sql(String sql) {
        server.bean(JdbcClient.class).sql(sql).update();
    }

    private static UUID company(Viewer viewer, String name) {
        UUID id = app.rapport.kernel.Uuid7.next();
        sql(
                "INSERT INTO account (workspace_id, id, name, name_key, created_at, updated_at) VALUES ('%s', '%s', '%s', '%s', now(), now())"
                        .formatted(
                                viewer.workspace().value(),
                                id,
                                name,
                                name.toLowerCase(java.util.Locale.ROOT)));
        return id;
    }

    private static void person(
            Viewer viewer,
            String name,
            @org.jspecify.annotations.Nullable UUID company,
            String tags,
            String source,
            boolean owned) {
        PersonId id = PersonId.next();
        IDS.put(name, id);
        sql(
                "INSERT INTO contact (workspace_id, id, display_name, name_key, account_id, tags, source, owner_id, created_at, updated_at) VALUES ('%s', '%s', '%s', '%s', %s, %s, '%s', %s, now(), now())"
                        .formatted(
                                viewer.workspace().value(),
                                id,
                                name,
                                app.rapport.people.model.Names.fold(name),
                                company == null ? "NULL" : "'" + company + "'",
                                tags,
                                source,
                                owned ? "'" + viewer.member().value() + "'" : "NULL"));
        server.bean(People.class).refreshSearch(viewer, List.of(id));
    }

    private static void log(String name, Duration ago) {
        in(
                nora,
                () ->
                        server.bean(Conversations.class)
                                .log(
                                        nora,
                                        new TypedTouch(
                                                Channel.CALL,
                                                List.of(IDS.get(name)),
                                                Instant.now().minus(ago),
                                                Side.BOTH,
                                                Optional.empty(),
                                                "",
                                                "We spoke.",
                                                Optional.empty())));
    }
}
