package app.rapport.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rapport.access.Access;
import app.rapport.access.Members;
import app.rapport.access.Refused;
import app.rapport.access.Role;
import app.rapport.access.Sessions;
import app.rapport.browser.TestServer;
import app.rapport.database.CurrentWorkspace;
import app.rapport.kernel.Viewer;
import app.rapport.people.model.ContactField;
import app.rapport.people.model.PeopleQuery;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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

/** Views kept under a name, whose they are, and the columns that each member chose. */
class SavedViewsTest {
    private static final PeopleQuery TIER_A =
            PeopleQuery.of(Map.of("tag", "tier A & B", "sort", "name", "columns", "company,last"));
    private static TestServer server;
    private static Viewer nora;
    private static Viewer ilse;
    private static Viewer dai;
    private static String session;

    @BeforeAll
    static void two_colleagues_and_a_stranger() {
        server = TestServer.start();
        Access access = server.bean(Access.class);
        ZoneId zone = ZoneId.of("Europe/London");
        var owner = access.setUp("Tarn", "n@tarn.example", "Nora Pelling", "long enough 1", zone);
        nora = owner.viewer();
        session = server.bean(Sessions.class).open(owner, "a test");
        ilse =
                server.bean(Members.class)
                        .add(
                                nora.workspace(),
                                "i@tarn.example",
                                "Ilse",
                                Role.SELLER,
                                Optional.of("long enough 1"),
                                Optional.empty())
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
    void no_views() {
        in(nora, () -> server.bean(JdbcClient.class).sql("DELETE FROM saved_view").update());
    }

    @Test
    void a_view_keeps_filters_order_and_columns() {
        save(nora, "Tier A", false);
        assertThat(names(nora)).containsExactly("Tier A");
        assertThat(views(nora).getFirst().query()).isEqualTo(TIER_A);
    }

    @Test
    void colleagues_see_a_view_when_it_is_shared_and_cannot_change_it() {
        SavedView own = save(nora, "Mine", false);
        SavedView shared = save(nora, "Ours", true);
        assertThat(names(ilse)).containsExactly("Ours");
        assertThat(views(ilse).getFirst().own()).isFalse();
        for (SavedView view : List.of(own, shared)) {
            assertThat(in(ilse, () -> saved().change(ilse, view.id(), "Taken", true))).isFalse();
            assertThat(in(ilse, () -> saved().delete(ilse, view.id()))).isFalse();
            assertThat(in(ilse, () -> saved().undoSave(ilse, view.id()))).isFalse();
        }
        assertThat(names(nora)).containsExactly("Mine", "Ours");
    }

    @Test
    void another_workspace_sees_no_view_and_changes_none() {
        SavedView shared = save(nora, "Ours", true);
        assertThat(names(dai)).isEmpty();
        assertThat(in(dai, () -> saved().delete(dai, shared.id()))).isFalse();
        assertThat(names(nora)).containsExactly("Ours");
    }

    @Test
    void a_view_of_the_same_name_gives_way_and_undo_brings_it_back() {
        save(nora, "Tier A", true);
        PeopleQuery other = PeopleQuery.of(Map.of("owner", "me"));
        SavedView second = in(nora, () -> saved().save(nora, "tier a", other, false));
        assertThat(views(nora)).extracting(SavedView::query).containsExactly(other);
        assertThat(in(nora, () -> saved().undoSave(nora, second.id()))).isTrue();
        assertThat(views(nora)).extracting(SavedView::query).containsExactly(TIER_A);
    }

    @Test
    void a_deleted_view_comes_back_unless_its_name_is_taken() {
        SavedView view = save(nora, "Tier A", false);
        assertThat(in(nora, () -> saved().delete(nora, view.id()))).isTrue();
        assertThat(names(nora)).isEmpty();
        assertThat(in(nora, () -> saved().restore(nora, view.id()))).isTrue();
        assertThat(names(nora)).containsExactly("Tier A");

        in(nora, () -> saved().delete(nora, view.id()));
        save(nora, "TIER A", false);
        assertThatThrownBy(() -> in(nora, () -> saved().restore(nora, view.id())))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_view_is_renamed_but_not_to_nothing_and_not_to_another() {
        SavedView view = save(nora, "Tier A", false);
        save(nora, "Press", false);
        assertThat(in(nora, () -> saved().change(nora, view.id(), " The best ", true))).isTrue();
        assertThat(names(nora)).containsExactly("Press", "The best");
        assertThatThrownBy(() -> in(nora, () -> saved().change(nora, view.id(), "press", true)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> save(nora, "  ", false)).isInstanceOf(Refused.class);
    }

    @Test
    void each_member_has_the_columns_they_chose() {
        in(
                nora,
                () -> {
                    saved().choose(nora, List.of("phone"));
                    saved().choose(nora, List.of("address", "phone"));
                    return null;
                });
        assertThat(in(nora, () -> saved().columns(nora))).containsExactly("address", "phone");
        assertThat(in(ilse, () -> saved().columns(ilse))).isEmpty();
    }

    @Test
    void the_file_that_is_downloaded_holds_those_who_fit_with_the_chosen_columns()
            throws Exception {
        in(
                nora,
                () -> {
                    saved().choose(nora, List.of("tags"));
                    ContactBook book = server.bean(ContactBook.class);
                    book.add(nora, Map.of(ContactField.NAME, "=Marta", ContactField.TAGS, "press"));
                    book.add(nora, Map.of(ContactField.NAME, "Bea"));
                    return null;
                });
        HttpResponse<String> file =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(
                                                        server.address() + "/people.csv?tag=press"))
                                        .header("Cookie", "rapport_session=" + session)
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .matches("attachment; filename=\"people-\\d{4}-\\d\\d-\\d\\d\\.csv\"");
        assertThat(file.body().lines())
                .containsExactly("\ufeffPerson,Title,Tags", "'=Marta,,press");
    }

    private static SavedView save(Viewer viewer, String name, boolean shared) {
        return in(viewer, () -> saved().save(viewer, name, TIER_A, shared));
    }

    private static List<SavedView> views(Viewer viewer) {
        return in(viewer, () -> saved().all(viewer));
    }

    private static List<String> names(Viewer viewer) {
        return views(viewer).stream().map(SavedView::name).toList();
    }

    private static SavedViews saved() {
        return server.bean(SavedViews.class);
    }

    private static <T> T in(Viewer viewer, Supplier<T> work) {
        return CurrentWorkspace.call(viewer.workspace(), work);
    }
}
