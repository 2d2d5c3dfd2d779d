package app.rapport.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rapport.access.Access;
import app.rapport.access.Members;
import app.rapport.access.Scope;
import app.rapport.browser.TestServer;
import app.rapport.calls.HardTalks.Typed;
import app.rapport.calls.model.HardField;
import app.rapport.calls.model.HardWords;
import app.rapport.exchange.FreshFirm;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.RecordKind;
import app.rapport.kernel.Viewer;
import app.rapport.people.Bin;
import app.rapport.people.ContactBook;
import app.rapport.people.Erasures;
import app.rapport.people.Merges;
import app.rapport.people.model.ContactField;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.server.ResponseStatusException;

/** A sheet is its writer's: an owner of the workspace is told of none, and nobody inherits it. */
class HardTalksTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static TestServer server;

    private FreshFirm firm;
    private Viewer nora;
    private Viewer tom;
    private HardTalks talks;
    private PersonId marta;

    @BeforeAll
    static void open() {
        server = TestServer.start();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void a_firm_and_somebody_whom_tom_would_rather_not_call() {
        firm = new FreshFirm(server);
        nora = firm.nora();
        tom = firm.tom();
        talks = server.bean(HardTalks.class);
        marta = person("Marta Vesely");
    }

    private PersonId person(String name) {
        return in(() -> server.bean(ContactBook.class).add(nora, Map.of(ContactField.NAME, name)));
    }

    private <T> T in(Supplier<T> work) {
        return firm.in(work);
    }

    private static HardWords fear(String words) {
        return new HardWords(Map.of(HardField.FEAR, words));
    }

    private HardTalk written() {
        HardTalk fresh = talks.fresh(marta);
        return saved(fresh.id(), new Typed(HardWords.NOTHING, 0, fear("that she hangs up")));
    }

    private HardTalk saved(UUID id, Typed typed) {
        return in(() -> talks.save(tom, id, Optional.of(marta), typed));
    }

    private long rows() {
        return in(() ->
                server.bean(JdbcClient.class)
                        .sql("SELECT count(*) FROM hard_talk")
                        .query(Long.class)
                        .single());
    }

    @Test
    void to_everybody_but_its_writer_there_is_none() throws Exception {
        HardTalk sheet = written();
        String token = server.bean(Access.class).createToken(nora, "a test", Scope.WRITE);
        for (String method : new String[] {"GET", "PUT", "DELETE"})
            assertThat(status(token, method, "/hard-talks/" + sheet.id())).isEqualTo(404);
        assertThat(in(() -> talks.with(nora, marta, 10))).isEmpty();
        assertThatThrownBy(() ->
                        in(() ->
                                talks.save(
                                        nora,
                                        sheet.id(),
                                        Optional.of(marta),
                                        new Typed(fear(""), 1, fear("hers")))))
                .isInstanceOf(ResponseStatusException.class);
        assertThat(in(() -> server.bean(Erasures.class).facts(nora, marta)))
                .noneMatch(fact -> fact.toString().contains("hangs up"));
        assertThat(in(() -> talks.one(tom, sheet.id())))
                .map(HardTalk::words)
                .contains(fear("that she hangs up"));
    }

    private static int status(String token, String method, String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.address() + "/api/v1" + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString("{\"words\":{}}"))
                        .build();
        return HTTP.send(request, BodyHandlers.ofString()).statusCode();
    }

    @Test
    void what_is_deleted_waits_in_the_bin_of_its_writer_only() {
        HardTalk sheet = written();
        in(() -> {
            talks.delete(tom, sheet.id(), _ -> {});
            return true;
        });
        Bin bin = server.bean(Bin.class);
        assertThat(in(() -> bin.list(nora))).isEmpty();
        assertThat(in(() -> bin.restore(nora, sheet.id()))).isEmpty();
        assertThat(in(() -> bin.restore(tom, sheet.id()))).isPresent();
        assertThat(in(() -> talks.one(tom, sheet.id()))).isPresent();
    }

    @Test
    void it_goes_with_who_wrote_it() {
        written();
        Members members = server.bean(Members.class);
        members.remove(
                server.bean(Access.class).member(nora.workspace(), nora.member()).orElseThrow(),
                tom.member(),
                nora.member());
        assertThat(rows()).isZero();
    }

    @Test
    void it_goes_along_with_a_person_who_is_joined_to_another_and_goes_with_who_is_erased() {
        HardTalk sheet = written();
        PersonId other = person("Marta V.");
        in(() ->
                server.bean(Merges.class)
                        .join(nora, RecordKind.CONTACT, other.value(), marta.value(), Map.of()));
        assertThat(in(() -> talks.one(tom, sheet.id()))).map(HardTalk::person).contains(other);
        in(() -> {
            server.bean(Erasures.class).erase(nora, other);
            return true;
        });
        assertThat(rows()).isZero();
    }

    @Test
    void two_windows_of_its_writer_lose_nothing() {
        HardTalk sheet = written();
        HardWords read = sheet.words();
        HardWords here =
                new HardWords(
                        Map.of(HardField.FEAR, "that she hangs up", HardField.FACE, "a new date"));
        saved(sheet.id(), new Typed(read, 1, here));
        HardTalk both = saved(sheet.id(), new Typed(read, 1, fear("that she laughs")));
        assertThat(both.words().of(HardField.FACE)).isEqualTo("a new date");
        assertThat(both.words().of(HardField.FEAR)).contains("that she laughs");
    }
}
