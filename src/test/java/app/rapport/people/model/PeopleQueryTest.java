package app.rapport.people.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.people.model.PeopleQuery.Order;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeopleQueryTest {
    @Test
    void what_is_asked_says_the_same_again() {
        PeopleQuery query =
                PeopleQuery.of(
                        Map.of(
                                "q",
                                "vesely quill",
                                "tag",
                                "tier A & B",
                                "untouched",
                                "90d",
                                "touched",
                                "2026-01-31",
                                "owner",
                                "me",
                                "who",
                                "everybody",
                                "open",
                                "yes",
                                "sort",
                                "-company",
                                "columns",
                                "last,open"));

        assertThat(PeopleQuery.of(query.parameters())).isEqualTo(query);
        assertThat(query.text()).contains("tag=tier+A+%26+B").contains("sort=-company");
    }

    @Test
    void nonsense_is_as_if_it_were_not_there() {
        assertThat(
                        PeopleQuery.of(
                                Map.of(
                                        "sort",
                                        "shoe size",
                                        "touched",
                                        "-4d",
                                        "untouched",
                                        "31 June",
                                        "import",
                                        "x",
                                        "account",
                                        "1",
                                        "who",
                                        "cats")))
                .isEqualTo(PeopleQuery.all());
    }

    @Test
    void the_same_order_again_turns_it_round() {
        PeopleQuery byName = PeopleQuery.all().sortedBy(Order.NAME);
        assertThat(byName.descending()).isFalse();
        assertThat(byName.sortedBy(Order.NAME).descending()).isTrue();
        assertThat(byName.sortedBy(Order.LAST).descending()).isTrue();
        assertThat(PeopleQuery.all().sortedBy(Order.LAST).descending()).isFalse();
    }

    @Test
    void what_is_written_as_text_is_read_again() {
        PeopleQuery query =
                PeopleQuery.of(
                        Map.of(
                                "tag",
                                "R&D = café",
                                "q",
                                "a+b",
                                "sort",
                                "-name",
                                "columns",
                                "last"));
        assertThat(PeopleQuery.read(query.text())).isEqualTo(query);
        assertThat(PeopleQuery.read("")).isEqualTo(PeopleQuery.all());
        assertThat(PeopleQuery.all().path()).isEqualTo("/people");
    }

    @Test
    void an_order_or_columns_are_no_filter() {
        assertThat(PeopleQuery.of(Map.of("sort", "name", "columns", "last")).filters()).isFalse();
        assertThat(PeopleQuery.of(Map.of("tag", "press")).filters()).isTrue();
    }

    @Test
    void so_many_days_are_counted_back_from_today() {
        LocalDate today = LocalDate.parse("2026-03-10");
        assertThat(Since.of("9d").orElseThrow().day(today)).isEqualTo("2026-03-01");
        assertThat(Since.of("2026-01-31").orElseThrow().day(today)).isEqualTo("2026-01-31");
        assertThat(Since.of("99999999999d")).isEmpty();
    }
}
