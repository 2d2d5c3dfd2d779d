package app.rapport.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rapport.access.Access;
import app.rapport.access.Member;
import app.rapport.access.Refused;
import app.rapport.browser.TestServer;
import app.rapport.conversations.Channel;
import app.rapport.conversations.Conversations;
import app.rapport.conversations.Side;
import app.rapport.conversations.TypedTouch;
import app.rapport.database.CurrentWorkspace;
import app.rapport.database.OwnerDatabase;
import app.rapport.exchange.Export;
import app.rapport.exchange.FileImport;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.MemberRecords;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.PersonRecords;
import app.rapport.kernel.RecordKind;
import app.rapport.people.model.AccountField;
import app.rapport.people.model.ContactField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One person, once: records become one and are parted again, and nothing of either is lost. */
class MergesTest {
    private static final List<String> FILES =
            List.of("contacts.csv", "contacts.vcf", "accounts.csv", "touches.jsonl");
    private static TestServer server;
    private static int round;
    @TempDir Path files;

    private Member nora;
    private int mails;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void aFirm() {
        String email = "nora@firm" + ++round + ".example";
        nora =
                server.bean(Access.class)
                        .setUp("Firm", email, "Nora", "four sample cartridges", ZoneId.of("UTC"));
    }

    private <T> T in(Supplier<T> work) {
        return CurrentWorkspace.call(nora.workspace(), work);
    }

    private UUID person(String name, String mails, String more) {
        Map<ContactField, String> given = new LinkedHashMap<>();
        given.put(ContactField.NAME, name);
        given.put(ContactField.MAILS, mails.replace(' ', '\u001e'));
        given.put(ContactField.TITLE, more);
        given.put(ContactField.TAGS, more.isEmpty() ? "" : "tag " + more);
        return in(() -> server.bean(ContactBook.class).add(nora.viewer(), given).value());
    }

    private UUID company(String name, String domains) {
        return in(() ->
                server.bean(AccountBook.class)
                        .add(
                                nora.viewer(),
                                Map.of(AccountField.NAME, name, AccountField.DOMAINS, domains))
                        .value());
    }

    private void edit(UUID person, ContactField field, String text) {
        in(() ->
                server.bean(ContactBook.class)
                        .change(nora.viewer(), new PersonId(person), Map.of(field, text), _ -> {}));
    }

    private Merge join(UUID winner, UUID loser) {
        return join(RecordKind.CONTACT, winner, loser);
    }

    private Merge join(RecordKind kind, UUID winner, UUID loser) {
        return in(
                () -> server.bean(Merges.class).join(nora.viewer(), kind, winner, loser, Map.of()));
    }

    private void undo(Merge merge) {
        in(() -> server.bean(Merges.class).undo(nora.viewer(), merge.id()).orElseThrow());
    }

    private Contact read(UUID person) {
        return in(() ->
                server.bean(ContactBook.class)
                        .contact(nora.viewer(), new PersonId(person))
                        .orElseThrow());
    }

    private void mail(String from) {
        try {
            Path box = Files.createTempFile(files, "in", ".mbox");
            Files.writeString(
                    box,
                    """
                    From x Mon Mar  9 10:12:00 2026
                    From: %s
                    To: nora@firm%d.example
                    Date: Mon, 9 Mar 2026 10:%02d:00 +0000
                    Message-ID: <%d@mail.example>
                    Subject: Order %d

                    Hello Nora, can you send the plan?
                    """
                            .formatted(from, round, mails % 60, ++mails, mails));
            FileImport imports = server.bean(FileImport.class);
            CurrentWorkspace.callThrowing(
                    nora.workspace(),
                    () -> {
                        imports.run(
                                nora.viewer(), imports.begin(nora.viewer(), List.of(box)), _ -> {});
                        return null;
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void call(UUID person) {
        in(() ->
                server.bean(Conversations.class)
                        .log(
                                nora.viewer(),
                                new TypedTouch(
                                        Channel.CALL,
                                        List.of(new PersonId(person)),
                                        Instant.parse("2026-03-10T10:00:00Z"),
                                        Side.YOU,
                                        Optional.empty(),
                                        "Talk",
                                        "About the plan.",
                                        Optional.empty())));
    }

    private Map<String, String> export() {
        try {
            Path folder = Files.createTempDirectory(files, "out").resolve("x");
            CurrentWorkspace.callThrowing(
                    nora.workspace(),
                    () -> server.bean(Export.class).toFolder(nora.viewer(), folder));
            Map<String, String> texts = new LinkedHashMap<>();
            for (String file : FILES) texts.put(file, Files.readString(folder.resolve(file)));
            texts.put("history", rows("field_change"));
            texts.put("ties", rows("tie"));
            texts.put("judgements", rows("judgement"));
            texts.put("acquaintances", acquaintances());
            texts.put("lists", in(() -> rows("contact_tag") + rows("contact_search")));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** But for the moment at which they were summed up. */
    private String acquaintances() {
        return server.bean(OwnerDatabase.class)
                .jdbc()
                .sql(
                        "SELECT coalesce(string_agg(concat_ws(' ', person_id, exchanges, from_them, days, gaps, last_at), E'\\n' ORDER BY person_id), '') FROM acquaintance WHERE workspace_id = :workspace")
                .param("workspace", nora.workspace().value())
                .query(String.class)
                .single();
    }

    private String rows(String table) {
        return server.bean(OwnerDatabase.class)
                .jdbc()
                .sql(
                        "SELECT coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '') FROM "
                                + table
                                + " t WHERE workspace_id = :workspace")
                .param("workspace", nora.workspace().value())
                .query(String.class)
                .single();
    }

    @Test
    void two_become_one_with_what_both_say_and_are_two_again_to_the_letter() {
        UUID bea = person("Bea Thornycroft", "bea@mill.example", "");
        UUID twin = person("B. Thornycroft", "b.thorny@home.example", "Buyer");
        mail("Bea <bea@mill.example>");
        mail("Bea <b.thorny@home.example>");
        call(twin);
        Map<String, String> before = export();

        Merge merge = join(bea, twin);

        Contact one = read(bea);
        assertThat(one.name()).isEqualTo("Bea Thornycroft");
        assertThat(one.text(ContactField.TITLE)).isEqualTo("Buyer");
        assertThat(one.mails())
                .extracting(PointDraft::key)
                .containsExactly("bea@mill.example", "b.thorny@home.example");
        assertThat(one.tags()).containsExactly("tag Buyer");
        assertThat(
                        in(() ->
                                server.bean(ContactBook.class)
                                        .contact(nora.viewer(), new PersonId(twin))))
                .isEmpty();
        assertThat(export().get("touches.jsonl"))
                .doesNotContain(twin.toString())
                .contains(bea.toString());
        assertThat(
                        in(() ->
                                server.bean(Merges.class)
                                        .movedTo(nora.viewer(), RecordKind.CONTACT, twin)))
                .contains(bea);
        assertThat(
                        in(() ->
                                server.bean(ContactBook.class)
                                        .history(nora.viewer(), new PersonId(bea))))
                .extracting(FieldChange::field)
                .contains("merged", "title");

        undo(merge);

        assertThat(export()).isEqualTo(before);
        assertThatThrownBy(() -> undo(merge)).isInstanceOf(Refused.class);
    }

    @Test
    void what_came_since_goes_where_it_belongs() {
        UUID bea = person("Bea", "bea@mill.example", "");
        UUID twin = person("Bea T", "b@home.example", "");
        Merge merge = join(bea, twin);
        mail("Bea <b@home.example>");
        mail("Bea <bea@mill.example>");
        call(bea);
        edit(bea, ContactField.NICKNAME, "Bee");
        edit(
                bea,
                ContactField.MAILS,
                "bea@mill.example\u001fwork\u001eb@home.example\u001fprivate");

        undo(merge);

        assertThat(parties(twin)).isEqualTo(1);
        assertThat(parties(bea)).isEqualTo(2);
        assertThat(read(bea).text(ContactField.NICKNAME)).isEqualTo("Bee");
        assertThat(read(bea).mails()).extracting(PointDraft::label).containsExactly("work");
        assertThat(read(twin).mails()).extracting(PointDraft::label).containsExactly("private");
    }

    @Test
    void what_comes_in_while_two_become_one_is_the_ones_that_stays() throws Exception {
        UUID bea = person("Bea", "bea@mill.example", "");
        UUID twin = person("Bea T", "b@home.example", "");
        CountDownLatch joined = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        TransactionTemplate whole =
                new TransactionTemplate(server.bean(PlatformTransactionManager.class));
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> joining =
                    others.submit(() -> in(() -> whole.execute(_ -> held(bea, twin, joined, end))));
            joined.await();
            Future<?> reading = others.submit(() -> mail("Bea <b@home.example>"));
            while (!reading.isDone() && !someoneWaits()) Thread.onSpinWait();
            end.countDown();
            joining.get();
            reading.get();
        }
        assertThat(parties(twin)).isZero();
        assertThat(parties(bea)).isEqualTo(1);
    }

    private Merge held(UUID winner, UUID loser, CountDownLatch joined, CountDownLatch end) {
        Merge merge = join(winner, loser);
        joined.countDown();
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return merge;
    }

    private static boolean someoneWaits() {
        return server.bean(OwnerDatabase.class)
                .jdbc()
                .sql(
                        """
                        SELECT EXISTS (SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database
                                       WHERE d.datname = current_database() AND l.locktype = 'advisory' AND NOT l.granted)
                        """)
                .query(Boolean.class)
                .single();
    }

    private long parties(UUID person) {
        return server.bean(OwnerDatabase.class)
                .jdbc()
                .sql("SELECT count(*) FROM touch_party WHERE person_id = :id")
                .param("id", person)
                .query(Long.class)
                .single();
    }

    @Test
    void companies_become_one_with_their_people_and_are_two_again() {
        UUID mill = company("The Mill", "mill.example");
        UUID twin = company("Mill Ltd", "mill.test");
        UUID below = company("Mill Shop", "");
        in(() ->
                server.bean(AccountBook.class)
                        .change(
                                nora.viewer(),
                                new AccountId(below),
                                Map.of(AccountField.PARENT, twin.toString()),
                                _ -> {}));
        UUID bea = person("Bea", "bea@mill.test", "");
        in(() ->
                server.bean(Ties.class)
                        .toAccount(
                                nora.viewer(),
                                new PersonId(bea),
                                new AccountId(twin),
                                Role.of("coach").orElseThrow(),
                                ""));
        Map<String, String> before = export();

        Merge merge = join(RecordKind.ACCOUNT, mill, twin);

        assertThat(read(bea).accountName()).isEqualTo("The Mill");
        assertThat(export().get("accounts.csv")).doesNotContain(twin.toString());
        UUID late = person("Late", "late@mill.test", "");
        assertThat(read(late).account()).contains(new AccountId(mill));
        undo(merge);

        assertThat(read(late).account()).contains(new AccountId(twin));
        in(() -> {
            server.bean(ContactBook.class).delete(nora.viewer(), new PersonId(late), _ -> {});
            return null;
        });
        assertThat(export().get("accounts.csv")).isEqualTo(before.get("accounts.csv"));
        assertThat(export().get("contacts.csv")).isEqualTo(before.get("contacts.csv"));
        assertThat(export().get("ties")).isEqualTo(before.get("ties"));
    }

    @Test
    void what_makes_no_sense_is_refused_with_a_sentence() {
        UUID bea = person("Bea", "bea@mill.example", "");
        UUID twin = person("Bea T", "b@home.example", "");
        assertThatThrownBy(() -> join(bea, bea)).hasMessageContaining("same");
        assertThatThrownBy(() -> join(bea, UUID.randomUUID())).hasMessageContaining("no such");
        Merge merge = join(bea, twin);
        assertThatThrownBy(() -> join(bea, twin)).hasMessageContaining("no such");
        edit(bea, ContactField.MAILS, "bea@mill.example");
        UUID other = person("Else", "b@home.example", "");
        assertThatThrownBy(() -> undo(merge))
                .hasMessageContaining("b@home.example belongs to Else");
        edit(other, ContactField.MAILS, "");
        in(() -> {
            server.bean(ContactBook.class).delete(nora.viewer(), new PersonId(bea), _ -> {});
            return null;
        });
        assertThatThrownBy(() -> undo(merge)).hasMessageContaining("deleted");
        in(() -> {
            server.bean(ContactBook.class).restore(nora.viewer(), new PersonId(bea));
            return null;
        });
        undo(merge);
        assertThat(read(twin).mails()).hasSize(1);
    }

    /**
     * A small world of people and companies, joined and parted at random while mail comes in: when
     * everything is undone, in any order, all stands as it stood.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everything_undone_is_the_beginning(int seed) {
        Random random = new Random(seed);
        List<UUID> companies =
                List.of(
                        company("One", "one.example"),
                        company("Two", "two.example"),
                        company("Three", ""));
        List<UUID> people = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            UUID id =
                    person(
                            "P" + i,
                            "p" + i + "@one.example p" + i + "@home.example",
                            i % 2 == 0 ? "Title " + i : "");
            people.add(id);
            if (i > 1) edit(id, ContactField.ACCOUNT, companies.get(i % 3).toString());
            mail("P <p" + i + "@home.example>");
            call(id);
        }
        for (int i = 0; i < 4; i++) tie(people, companies, random);
        Map<String, String> start = export();
        List<Merge> open = new ArrayList<>();
        for (int step = 0; step < 14; step++) {
            if (!open.isEmpty() && random.nextInt(3) == 0)
                undo(open.remove(random.nextInt(open.size())));
            else if (random.nextInt(3) == 0)
                tryJoin(RecordKind.ACCOUNT, companies, random).ifPresent(open::add);
            else tryJoin(RecordKind.CONTACT, people, random).ifPresent(open::add);
        }
        while (!open.isEmpty()) undo(open.remove(random.nextInt(open.size())));

        assertThat(export()).isEqualTo(start);
    }

    private Optional<Merge> tryJoin(RecordKind kind, List<UUID> among, Random random) {
        UUID winner = among.get(random.nextInt(among.size()));
        UUID loser = among.get(random.nextInt(among.size()));
        try {
            return Optional.of(join(kind, winner, loser));
        } catch (Refused e) {
            return Optional.empty();
        }
    }

    private void tie(List<UUID> people, List<UUID> companies, Random random) {
        PersonId from = new PersonId(people.get(random.nextInt(people.size())));
        PersonId to = new PersonId(people.get(random.nextInt(people.size())));
        AccountId at = new AccountId(companies.get(random.nextInt(companies.size())));
        Role role = Role.of(random.nextBoolean() ? "coach" : "user").orElseThrow();
        try {
            in(() ->
                    random.nextBoolean()
                            ? server.bean(Ties.class).toAccount(nora.viewer(), from, at, role, "")
                            : server.bean(Ties.class).toPerson(nora.viewer(), from, to, role, ""));
        } catch (Refused e) {
            // there is such a tie already, or it would be to oneself
        }
    }

    /** Edits and mail between merges: each is found where it belongs when all is undone. */
    @ParameterizedTest
    @ValueSource(ints = {11, 12, 13, 14, 15, 16})
    void what_is_changed_meanwhile_is_kept_once_all_is_undone(int seed) {
        Random random = new Random(seed);
        List<UUID> people = new ArrayList<>();
        for (int i = 0; i < 4; i++) people.add(person("P" + i, "p" + i + "@home.example", "T" + i));
        String last = "";
        int[] wrote = new int[4];
        List<Merge> open = new ArrayList<>();
        for (int step = 0; step < 14; step++) {
            int who = random.nextInt(people.size());
            UUID id = people.get(who);
            switch (random.nextInt(4)) {
                case 0 -> tryJoin(RecordKind.CONTACT, people, random).ifPresent(open::add);
                case 1 -> {
                    if (!open.isEmpty()) undo(open.remove(random.nextInt(open.size())));
                }
                case 2 -> {
                    mail("P <p" + who + "@home.example>");
                    wrote[who]++;
                }
                default -> {
                    boolean alone =
                            in(() ->
                                            server.bean(ContactBook.class)
                                                    .contact(nora.viewer(), new PersonId(id)))
                                    .isPresent();
                    if (!alone) continue;
                    edit(id, ContactField.DEPARTMENT, "D" + step);
                    last = "D" + step;
                }
            }
        }
        while (!open.isEmpty()) undo(open.remove(random.nextInt(open.size())));

        for (int i = 0; i < 4; i++) {
            Contact contact = read(people.get(i));
            assertThat(contact.name()).isEqualTo("P" + i);
            assertThat(contact.text(ContactField.TITLE)).isEqualTo("T" + i);
            assertThat(contact.mails())
                    .extracting(PointDraft::key)
                    .containsExactly("p" + i + "@home.example");
            assertThat(parties(people.get(i))).as("touches of P" + i).isEqualTo(wrote[i]);
        }
        String kept = last;
        if (kept.isEmpty()) return;
        assertThat(people)
                .as("the last edit stays")
                .anySatisfy(
                        id -> assertThat(read(id).text(ContactField.DEPARTMENT)).isEqualTo(kept));
    }

    @Test
    void each_column_that_points_at_a_person_is_answered_for_by_a_room() {
        Set<String> members = columns(MemberRecords.class);
        List<String> columns =
                server
                        .bean(OwnerDatabase.class)
                        .jdbc()
                        .sql(
                                """
                                SELECT t.relname || '.' || a.attname
                                FROM pg_constraint c
                                JOIN pg_class t ON t.oid = c.conrelid
                                JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey)
                                WHERE c.contype = 'f' AND c.confrelid IN ('contact'::regclass, 'account'::regclass) AND a.attname <> 'workspace_id'
                                UNION
                                SELECT c.table_name || '.' || c.column_name
                                FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
                                WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.data_type = 'uuid'
                                  AND (c.column_name ~ '(contact|account|person|people|subject|company|parent|merged|_origin|met_as)'
                                       OR c.column_name IN ('winner_id', 'loser_id', 'low_id', 'high_id', 'other_id'))
                                """)
                        .query(String.class)
                        .list()
                        .stream()
                        .filter(column ->
                                !members.contains(column) && !OF_OTHER_THINGS.contains(column))
                        .toList();

        assertThat(columns(PersonRecords.class))
                .as(
                        "a room names each such column of its tables in its PersonRecords; what points at something else stands in this test's list")
                .containsExactlyInAnyOrderElementsOf(columns);
    }

    /** Ids that are nobody's, that tell only what was done to which id, or of touches. */
    private static final Set<String> OF_OTHER_THINGS =
            Set.of("audit_entry.subject_id", "thanks_settled.subject_id");

    private static <T> Set<String> columns(Class<T> socket) {
        Stream<String> all =
                server.beans(socket).stream()
                        .flatMap(room ->
                                room instanceof MemberRecords m
                                        ? m.columns().stream()
                                        : ((PersonRecords) room).columns().stream());
        return new HashSet<>(all.toList());
    }
}
