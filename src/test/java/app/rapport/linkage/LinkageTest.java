package app.rapport.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LinkageTest {
    private static final MadePeople SOME = new MadePeople(7).with(300, 0.4, 2, 3);

    @Test
    void a_probability_lies_between_nought_and_one_and_a_pair_is_named_once() {
        List<Link> links = Linkage.of(SOME.population(MadePeople.COLUMNS)).links();
        assertThat(links)
                .isNotEmpty()
                .allMatch(link -> link.a() < link.b())
                .allMatch(link -> link.probability() >= 0 && link.probability() <= 1);
        assertThat(links.stream().map(link -> link.a() + " " + link.b())).doesNotHaveDuplicates();
    }

    @Test
    void the_order_of_the_rows_does_not_matter() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < SOME.rows.size(); i++) order.add(i);
        Collections.shuffle(order, new Random(3));
        Population.Builder shuffled = Population.of(MadePeople.COLUMNS);
        order.forEach(row -> shuffled.row(SOME.rows.get(row)));
        Set<String> before = said(Linkage.of(SOME.population(MadePeople.COLUMNS)).links());
        Set<String> after =
                said(
                        Linkage.of(shuffled.build()).links().stream()
                                .map(link -> given(link, order))
                                .toList());
        assertThat(after).isEqualTo(before);
    }

    private static Link given(Link link, List<Integer> order) {
        int a = order.get(link.a());
        int b = order.get(link.b());
        return new Link(Math.min(a, b), Math.max(a, b), link.probability());
    }

    @Test
    void a_column_that_is_the_same_everywhere_changes_nothing() {
        List<String> columns = new ArrayList<>(MadePeople.COLUMNS);
        columns.add(2, "country");
        Population.Builder with = Population.of(columns);
        for (List<String> row : SOME.rows) {
            List<String> longer = new ArrayList<>(row);
            longer.add(2, "Norway");
            with.row(longer);
        }
        assertThat(said(Linkage.of(with.build()).links()))
                .isEqualTo(said(Linkage.of(SOME.population(MadePeople.COLUMNS)).links()));
    }

    /** In a firm of few people too: two who share what nobody else has are looked at. */
    @Test
    void one_met_twice_among_few_is_found_and_nobody_else() {
        Population.Builder few = Population.of(List.of("first", "last", "mail", "phone"));
        for (String first : "Ada Bram Celia Dorian Elke Fintan".split(" "))
            for (String last : "Ashworth Birkedal Castellan Dunmore".split(" "))
                few.row(
                        List.of(
                                first,
                                last,
                                first + last + "@quillbrook.example",
                                "+44 20 7946 " + (int) first.charAt(0) + (int) last.charAt(0)));
        String phone = "+44 1632 960147";
        few.row(List.of("Wilhelmina", "Oyelaran", "w.oyelaran@quill.example", phone));
        few.row(List.of("Wilhelmina", "Oyelarran", "mina.oyelarran@home.example", phone));

        assertThat(Linkage.of(few.build()).links())
                .filteredOn(link -> link.probability() >= 0.5)
                .extracting(Link::a, Link::b)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(24, 25));
    }

    private static Set<String> said(List<Link> links) {
        return links.stream()
                .map(link -> "%d %d %.6f".formatted(link.a(), link.b(), link.probability()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void a_pair_says_why() {
        Linkage linkage = Linkage.of(SOME.population(MadePeople.COLUMNS));
        Link surest =
                linkage.links().stream()
                        .max(java.util.Comparator.comparingDouble(Link::probability))
                        .orElseThrow();
        List<Reason> reasons = linkage.reasons(surest.a(), surest.b());
        assertThat(reasons).extracting(Reason::column).isEqualTo(MadePeople.COLUMNS);
        assertThat(reasons)
                .anyMatch(reason -> reason.agreement().equals("equal") && reason.bits() > 5);
        assertThat(linkage.reasons(surest.b(), surest.a())).isEqualTo(reasons);
    }

    @Test
    void nothing_and_one_row_have_no_pairs() {
        assertThat(Linkage.of(Population.of(List.of("name")).build()).links()).isEmpty();
        assertThat(Linkage.of(Population.of(List.of("name")).row(List.of("Ada")).build()).links())
                .isEmpty();
        assertThat(
                        Linkage.of(Population.of(List.of()).row(List.of()).row(List.of()).build())
                                .links())
                .isEmpty();
    }

    @Test
    void two_who_are_one_through_a_third_are_one() {
        Map<Long, Double> chances =
                Map.of(Chains.pair(1, 2), 0.9, Chains.pair(2, 3), 0.8, Chains.pair(3, 4), 0.6);
        assertThat(Chains.closed(chances, (_, _) -> 0))
                .containsEntry(Chains.pair(1, 3), 0.9 * 0.8)
                .doesNotContainKey(Chains.pair(1, 4));
        assertThat(Chains.closed(chances, (_, _) -> -1)).isEqualTo(chances);
    }

    @Test
    void days_are_one_however_they_are_written() {
        for (String day :
                List.of(
                        "1980-03-04",
                        "1980/3/4",
                        "19800304",
                        "04.03.1980",
                        "4. 3. 1980",
                        "4 March 1980",
                        "Mar 4, 1980",
                        "4. März 1980",
                        "4 de marzo de 1980",
                        "04-mars-80",
                        "1980-03-04T00:00:00"))
            assertThat(Spelling.of(day, ColumnKind.DATE, false)).as(day).isEqualTo("19800304");
        assertThat(ColumnKind.of(List.of("4 March 1980", "5 May 1981", "NULL")))
                .isEqualTo(ColumnKind.DATE);
    }

    @Test
    void a_word_for_nothing_says_nothing() {
        for (String nothing : List.of("NULL", "n/a", "NA", "-", "unknown", "NaN"))
            assertThat(Spelling.of(nothing, ColumnKind.NAME, false)).as(nothing).isEmpty();
        assertThat(Spelling.of("Na", ColumnKind.NAME, false)).isEqualTo("na");
    }

    @Test
    void a_table_of_very_many_columns_is_cut_into_blocks_in_seconds() {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < 60; i++) columns.add("q" + i);
        Population.Builder answers = Population.of(columns);
        Random random = new Random(4);
        for (int row = 0; row < 3_000; row++)
            answers.row(columns.stream().map(_ -> random.nextBoolean() ? "yes" : "no").toList());
        assertTimeout(Duration.ofSeconds(20), () -> BlockingPlan.of(answers.build(), 400_000));
    }
}
