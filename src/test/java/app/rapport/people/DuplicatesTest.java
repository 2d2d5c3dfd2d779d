package app.rapport.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.Member;
import app.rapport.browser.TestServer;
import app.rapport.database.CurrentWorkspace;
import app.rapport.database.RecurringJob;
import app.rapport.exchange.FileImport;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.RecordKind;
import app.rapport.kernel.Slice;
import app.rapport.people.model.AccountField;
import app.rapport.people.model.ContactField;
import app.rapport.people.model.FieldText;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same person met twice is offered, not joined; what somebody decides stays decided. */
class DuplicatesTest {
    private static final String[] FIRST = {
        "Ada", "Bram", "Celia", "Dorian", "Elke", "Fintan", "Greta", "Hugo", "Ilse", "Jonas"
    };
    private static final String[] LAST = {
        "Ashworth", "Birkedal", "Castellan", "Dunmore", "Eklund", "Fairweather", "Grimaldi"
    };
    private static TestServer server;
    private static Member nora;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        nora =
                server.bean(Access.class)
                        .setUp(
                                "Tarn",
                                "nora@tarn.example",
                                "Nora",
                                "four sample cartridges",
                                ZoneId.of("UTC"));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static <T> T in(Supplier<T> work) {
        return CurrentWorkspace.call(nora.workspace(), work);
    }

    private static PersonId person(
            String first, String last, String mail, String phone, String title) {
        Map<ContactField, String> given = new LinkedHashMap<>();
        given.put(ContactField.NAME, first + " " + last);
        given.put(ContactField.GIVEN_NAME, first);
        given.put(ContactField.FAMILY_NAME, last);
        given.put(ContactField.MAILS, mail);
        given.put(ContactField.PHONES, phone);
        given.put(ContactField.TITLE, title);
        return in(() -> server.bean(ContactBook.class).add(nora.viewer(), given));
    }

    private static Slice<Duplicates.Pair> pairs() {
        return in(() ->
                server.bean(Duplicates.class)
                        .page(nora.viewer(), RecordKind.CONTACT, Optional.empty(), 50));
    }

    private static void search() {
        server.beans(RecurringJob.class).stream()
                .filter(job -> job.name().equals("duplicates"))
                .forEach(RecurringJob::run);
    }

    @Test
    void no_more_is_compared_than_the_memory_holds_beside_everything_else() {
        assertThat(Duplicates.most(512L << 20)).isBetween(100_000L, 200_000L);
        assertThat(Duplicates.most(4L << 30)).isGreaterThan(1_000_000L);
    }

    @Test
    void a_pair_is_offered_with_its_reasons_until_somebody_decides() {
        for (int i = 0; i < 70; i++)
            person(
                    FIRST[i % 10],
                    LAST[i % 7],
                    "p%d@firm%d.example".formatted(i, i % 13),
                    "+44 20 7946 %04d".formatted(i * 37),
                    i % 3 == 0 ? "Buyer" : "Fitter");
        PersonId bea =
                person(
                        "Beatrix",
                        "Thornycroft",
                        "bea@mill.example",
                        "+44 1632 960123",
                        "Head of maintenance");
        PersonId twin =
                person(
                        "Beatrix",
                        "Thornycrofft",
                        "b.thorny@home.example",
                        "+44 1632 960123",
                        "Head of maintenance");
        assertThat(pairs().items()).isEmpty();

        search();

        Duplicates.Pair first = pairs().items().getFirst();
        assertThat(List.of(first.one(), first.two()))
                .containsExactlyInAnyOrder(bea.value(), twin.value());
        assertThat(first.probability()).isGreaterThan(0.9);
        assertThat(first.speaksFor()).contains("phone equal");
        int offered = pairs().items().size();
        assertThat(offered).as("nobody else is alike").isLessThan(5);

        in(() ->
                server.bean(Duplicates.class)
                        .differ(nora.viewer(), RecordKind.CONTACT, twin.value(), bea.value()));
        search();
        assertThat(pairs().items()).hasSize(offered - 1).doesNotContain(first);
        in(() ->
                server.bean(Duplicates.class)
                        .differNot(nora.viewer(), RecordKind.CONTACT, bea.value(), twin.value()));
        assertThat(pairs().items()).contains(first);

        Merge merge =
                in(() ->
                        server.bean(Merges.class)
                                .join(
                                        nora.viewer(),
                                        RecordKind.CONTACT,
                                        bea.value(),
                                        twin.value(),
                                        Map.of()));
        assertThat(pairs().items()).hasSize(offered - 1);
        search();
        in(() -> server.bean(Merges.class).undo(nora.viewer(), merge.id()));
        search();
        assertThat(pairs().items()).hasSize(offered);
    }

    private static AccountId company(
            String name, String domain, String phone, String street, String town) {
        Map<AccountField, String> given = new LinkedHashMap<>();
        given.put(AccountField.NAME, name);
        given.put(AccountField.DOMAINS, domain);
        given.put(AccountField.PHONES, phone);
        given.put(
                AccountField.POSTALS,
                FieldText.ofPostals(
                        List.of(new PostalDraft("work", street, town, "", "", "", ""))));
        return in(() -> server.bean(AccountBook.class).add(nora.viewer(), given));
    }

    @Test
    void companies_are_offered_too_and_the_api_decides_about_them() throws Exception {
        for (int i = 0; i < 40; i++)
            company(
                    LAST[i % 7] + " " + FIRST[i % 10] + " Works " + i,
                    LAST[i % 7].toLowerCase(java.util.Locale.ROOT) + i + ".example",
                    "+44 20 7946 %04d".formatted(i * 41),
                    i + " Quay Street",
                    i % 2 == 0 ? "Hull" : "Leeds");
        AccountId mill =
                company(
                        "Brackwater Mill",
                        "brackwater.example",
                        "+44 1632 960200",
                        "3 Weir Lane",
                        "Otley");
        AccountId again =
                company(
                        "Brackwater Mills Ltd",
                        "brackwatermill.example",
                        "+44 1632 960200",
                        "3 Weir Lane",
                        "Otley");
        search();

        assertThat(api("GET", "/duplicates?of=accounts", "").body())
                .contains(mill.toString(), again.toString(), "Brackwater Mill", "phone equal");
        assertThat(api("GET", "/duplicates", "").body()).doesNotContain("Brackwater");
        String two = "{\"a\":\"%s\",\"b\":\"%s\",\"of\":\"accounts\"}".formatted(mill, again);
        assertThat(
                        api("POST", "/duplicates/different", two.replace("accounts", "contacts"))
                                .statusCode())
                .isEqualTo(404);
        assertThat(api("POST", "/duplicates/different", two).statusCode()).isEqualTo(204);
        search();
        assertThat(api("GET", "/duplicates?of=accounts", "").body()).doesNotContain("Brackwater");
        assertThat(api("POST", "/duplicates/different/undo", two).statusCode()).isEqualTo(204);
        assertThat(api("POST", "/duplicates/different/undo", two).statusCode()).isEqualTo(404);
        assertThat(api("GET", "/duplicates?of=accounts", "").body()).contains("Brackwater");
        assertThat(api("POST", "/duplicates/different", "{}").statusCode()).isEqualTo(422);
        assertThat(api("GET", "/duplicates?of=things", "").statusCode()).isEqualTo(422);

        assertThat(
                        api("POST", "/accounts/" + mill + "/merge", "{\"other\":\"" + again + "\"}")
                                .statusCode())
                .isEqualTo(200);
        assertThat(api("GET", "/duplicates?of=accounts", "").body()).doesNotContain("Brackwater");
    }

    private static HttpResponse<String> api(String method, String path, String body)
            throws Exception {
        String token = server.bean(Access.class).createToken(nora.viewer(), "test");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.address() + "/api/v1" + path))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void who_comes_with_a_file_and_is_met_already_is_offered_and_not_joined() throws Exception {
        for (int i = 0; i < 60; i++)
            person(
                    FIRST[i % 10] + "a",
                    LAST[i % 7] + "sen",
                    "q%d@mill%d.example".formatted(i, i % 11),
                    "+44 20 7947 %04d".formatted(i * 29),
                    i % 4 == 0 ? "Planner" : "Welder");
        PersonId mira =
                person(
                        "Miriam",
                        "Quaiser",
                        "mira@quai.example",
                        "+44 1632 960300",
                        "Head of docks");
        Path file = Files.createTempFile("met", ".csv");
        Files.writeString(
                file,
                """
                First name,Last name,Email,Phone,Title
                Miriam,Quaiser,m.quaiser@harbour.example,+44 1632 960300,Head of docks
                """);
        FileImport imports = server.bean(FileImport.class);
        CurrentWorkspace.callThrowing(
                nora.workspace(),
                () ->
                        imports.run(
                                nora.viewer(),
                                imports.begin(nora.viewer(), List.of(file)),
                                _ -> {}));
        search();

        Duplicates.Pair met =
                pairs().items().stream()
                        .filter(pair ->
                                pair.one().equals(mira.value()) || pair.two().equals(mira.value()))
                        .findFirst()
                        .orElseThrow();
        assertThat(met.speaksFor()).contains("phone equal");
    }
}
