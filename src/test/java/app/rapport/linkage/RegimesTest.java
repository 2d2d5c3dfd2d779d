package app.rapport.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Data of several kinds, none of which the weights were told about. */
class RegimesTest {
    private static LinkageQuality of(MadePeople people, List<String> columns) {
        return LinkageQuality.of(Linkage.of(people.population(columns)).links(), people.person);
    }

    @Test
    void one_duplicate_of_half_the_people() {
        assertThat(of(new MadePeople(1).with(700, 0.5, 1, 4), MadePeople.COLUMNS).f1())
                .isGreaterThan(0.98);
    }

    @Test
    void several_and_heavily_misspelt_duplicates() {
        assertThat(of(new MadePeople(2).with(450, 0.5, 5, 8), MadePeople.COLUMNS).f1())
                .isGreaterThan(0.97);
    }

    @Test
    void people_who_are_all_different_give_no_pairs() {
        LinkageQuality quality = of(new MadePeople(3).with(900, 0, 0, 1), MadePeople.COLUMNS);
        assertThat(quality.wrong()).isZero();
    }

    /** A company is named after its town, which must not count twice. */
    private static MadePeople companies(double duplicated) {
        return new MadePeople(8)
                .with(500, duplicated, 1, 3)
                .as(row ->
                        List.of(
                                row.get(1) + " " + row.get(4) + " ltd",
                                row.get(3) + " " + row.get(2),
                                row.get(4)));
    }

    @Test
    void companies_whose_columns_depend_on_each_other() {
        List<String> columns = List.of("company", "address", "town");
        assertThat(of(companies(0.3), columns).f1()).isGreaterThan(0.8);
        assertThat(of(companies(0), columns).wrong()).isZero();
    }

    /** Each row once more with the given name, birth and number of another: who lives there too. */
    @Test
    void people_of_one_household_are_not_one() {
        MadePeople people = new MadePeople(9).with(500, 0.3, 1, 3);
        MadePeople others = new MadePeople(10).with(250, 0, 0, 1);
        for (int i = 0; i < others.rows.size(); i++) {
            List<String> home = people.rows.get(2 * i);
            List<String> mate = new ArrayList<>(others.rows.get(i));
            for (int shared : List.of(1, 2, 3, 4, 5)) mate.set(shared, home.get(shared));
            people.rows.add(mate);
            people.person.add(100_000 + i);
        }
        assertThat(of(people, MadePeople.COLUMNS).f1()).isGreaterThan(0.95);
    }

    @Test
    void ten_rows() {
        assertThat(of(new MadePeople(5).with(7, 0.5, 1, 2), MadePeople.COLUMNS).f1())
                .isGreaterThan(0.99);
    }
}
