package app.rapport.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.House;
import app.rapport.access.Members;
import app.rapport.access.Role;
import app.rapport.agenda.TodayHouse;
import app.rapport.browser.TestServer;
import app.rapport.conversations.model.Suggestion;
import app.rapport.exchange.FileImport;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.ContactBook;
import app.rapport.people.FieldChange;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What somebody's signature says is offered to those who may read the mail, and to nobody else. */
class SuggestionsTest {
    private static final String NORA = "Nora Pelling <nora@tarnteasel.example>";
    private static TestServer server;
    private static TodayHouse house;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        house =
                new TodayHouse(
                        server.bean(Access.class),
                        server.bean(House.class),
                        server.bean(FileImport.class));
        for (String name : List.of("marta", "jonas", "bea", "edit"))
            house.mail(
                    name + " <" + name + "@quillbrook.example>",
                    NORA,
                    Instant.parse("2026-05-03T10:00:00Z"),
                    "Plan of " + name,
                    "The plan is on its way.\n\n-- \n"
                            + name
                            + "\nHead of Works\nNorthwind Tools Ltd\nT: +44 20 7946 0018");
        house.bring();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void an_accepted_phone_stands_in_the_record_and_its_history_names_the_mail() {
        PersonId marta = person("marta");
        Suggestion phone = offered(house.viewer(), marta, "+44 20 7946 0018");
        Suggestions.Accepted accepted = accept(marta, phone);
        assertThat(card(marta).phones()).containsExactly("+44 20 7946 0018");
        assertThat(values(house.viewer(), marta)).doesNotContain("+44 20 7946 0018");
        FieldChange change = history(marta).getFirst();
        assertThat(change.field()).isEqualTo("phone");
        assertThat(change.source()).contains(phone.mail());
        house.in(
                () -> server.bean(ContactBook.class).putBack(house.viewer(), marta, accepted.at()));
        assertThat(card(marta).phones()).isEmpty();
        assertThat(values(house.viewer(), marta)).contains("+44 20 7946 0018");
    }

    @Test
    void an_accepted_title_and_company_take_the_place_of_what_stood_there() {
        PersonId edit = person("edit");
        accept(edit, offered(house.viewer(), edit, "Head of Works"));
        accept(edit, offered(house.viewer(), edit, "Northwind Tools Ltd"));
        assertThat(card(edit).where()).isEqualTo("Head of Works, Northwind Tools Ltd");
        assertThat(values(house.viewer(), edit)).containsExactly("+44 20 7946 0018");
    }

    @Test
    void what_is_dismissed_is_not_offered_again_until_that_is_undone() {
        PersonId jonas = person("jonas");
        Suggestion title = offered(house.viewer(), jonas, "Head of Works");
        house.in(() -> suggestions().dismiss(house.viewer(), jonas, title.id()));
        assertThat(values(house.viewer(), jonas)).doesNotContain("Head of Works");
        house.in(() -> {
            suggestions().offerAgain(house.viewer(), jonas, title.id());
            return title;
        });
        assertThat(values(house.viewer(), jonas)).contains("Head of Works");
    }

    @Test
    void a_colleague_in_whose_archive_the_mail_does_not_lie_is_offered_nothing() {
        PersonId bea = person("bea");
        Suggestion phone = offered(house.viewer(), bea, "+44 20 7946 0018");
        Viewer tom = colleague();
        assertThat(values(tom, bea)).isEmpty();
        assertThat(house.in(() -> suggestions().accept(tom, bea, phone.id()))).isEmpty();
        assertThat(house.in(() -> suggestions().dismiss(tom, bea, phone.id()))).isEmpty();
        assertThat(values(house.viewer(), bea)).contains("+44 20 7946 0018");
    }

    private static Viewer colleague() {
        return server.bean(Members.class)
                .add(
                        house.viewer().workspace(),
                        "tom@tarnteasel.example",
                        "Tom Askew",
                        Role.SELLER,
                        Optional.of(TodayHouse.PASSWORD),
                        Optional.empty())
                .viewer();
    }

    private static Suggestion offered(Viewer viewer, PersonId person, String value) {
        return house.in(() -> suggestions().of(viewer, person)).stream()
                .filter(one -> one.value().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> values(Viewer viewer, PersonId person) {
        return house.in(() -> suggestions().of(viewer, person)).stream()
                .map(Suggestion::value)
                .toList();
    }

    private static Suggestions.Accepted accept(PersonId person, Suggestion suggestion) {
        return house.in(() -> suggestions().accept(house.viewer(), person, suggestion.id()))
                .orElseThrow();
    }

    private static List<FieldChange> history(PersonId person) {
        return house.in(() -> server.bean(ContactBook.class).history(house.viewer(), person));
    }

    private static PersonCard card(PersonId person) {
        return house.in(() -> server.bean(People.class).card(house.viewer(), person)).orElseThrow();
    }

    private static PersonId person(String name) {
        String address = name + "@quillbrook.example";
        return house.in(() ->
                server.bean(People.class).byAddress(house.viewer(), List.of(address)).get(address));
    }

    private static Suggestions suggestions() {
        return server.bean(Suggestions.class);
    }
}
