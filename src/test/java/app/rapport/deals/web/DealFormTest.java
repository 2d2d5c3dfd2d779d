package app.rapport.deals.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DealFormTest {
    @Test
    void a_field_sent_alone_empties_no_other() {
        DealForm form = new DealForm(Map.of("name", "Filters", "amount", "12,500"));

        assertThat(form.with(Map.of("amount", "a lot")).texts())
                .containsExactlyInAnyOrderEntriesOf(Map.of("name", "Filters", "amount", "a lot"));
    }
}
