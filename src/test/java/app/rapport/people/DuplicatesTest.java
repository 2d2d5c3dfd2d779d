package app.rapport.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.Member;
import app.rapport.browser.TestServer;
import app.rapport.database.CurrentWorkspace;
import app.rapport.database.RecurringJob;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.RecordKind;
import app.rapport.kernel.Slice;
import app.rapport.people.model.ContactField;
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
        return in(() -> server.bean(Duplicates.class).page(nora.viewer(), Optional.empty(), 50));
    }

    private static void search() {
        server.beans(RecurringJob.class).stream()
                .filter(job -> job.name().equals("duplicates"))
                .forEach(RecurringJob::run);
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
        assertThat(List.of(first.one(), first.two())).containsExactlyInAnyOrder(bea, twin);
        assertThat(first.probability()).isGreaterThan(0.9);
        assertThat(first.speaksFor()).contains("phone equal");
        int offered = pairs().items().size();
        assertThat(offered).as("nobody else is alike").isLessThan(5);

        in(() -> server.bean(Duplicates.class).differ(nora.viewer(), twin, bea));
        search();
        assertThat(pairs().items()).hasSize(offered - 1).doesNotContain(first);
        in(() -> server.bean(Duplicates.class).differNot(nora.viewer(), bea, twin));
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
}
