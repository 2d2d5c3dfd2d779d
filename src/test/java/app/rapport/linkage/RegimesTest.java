package app.rapport.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Data of several kinds, none of which the weights were told about. */
class RegimesTest {
    private static LinkageQuality of(MadePeople people, List<String> columns) {
        return LinkageQuality.of(Linkage.of(people.population(columns)).links(), people.person);
    }

    @Test
    void one_duplicate_of_half_the_people() {
        assertThat(of(new MadePeople(1).with(3000, 0.5, 1, 4), MadePeople.COLUMNS).f1())
                .isGreaterThan(0.98);
    }

    @Test
    void several_and_heavily_misspelt_duplicates() {
        assertThat(of(new MadePeople(2).with(1500, 0.5, 5, 8), MadePeople.COLUMNS).f1())
                .isGreaterThan(0.97);
    }

    @Test
    void people_who_are_all_different_give_no_pairs() {
        LinkageQuality quality = of(new MadePeople(3).with(4000, 0, 0, 1), MadePeople.COLUMNS);
        assertThat(quality.wrong()).isZero();
    }

    @Test
    void ten_rows() {
        assertThat(of(new MadePeople(5).with(7, 0.5, 1, 2), MadePeople.COLUMNS).f1())
                .isGreaterThan(0.99);
    }
}
