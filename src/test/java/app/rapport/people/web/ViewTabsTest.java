package app.rapport.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.people.SavedView;
import app.rapport.people.model.PeopleQuery;
import app.rapport.ui.Times;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which of the views above the list of people is the one that is looked at. */
class ViewTabsTest {

    private static List<String> current(List<SavedView> saved, String text) {
        PeopleQuery query = PeopleQuery.read(text);
        Times times = new Times(ZoneOffset.UTC, Locale.UK, Instant.EPOCH);
        ViewTabs tabs =
                ViewTabs.of(
                        saved,
                        query,
                        new PersonRows(query, List.of(), List.of(), Optional.empty(), times));
        return tabs.standing().stream()
                .filter(tabs::isCurrent)
                .map(ViewTabs.Standing::name)
                .toList();
    }

    @Test
    void a_view_that_everybody_has_is_current_in_any_order_and_with_any_columns() {
        assertThat(current(List.of(), "open=yes")).containsExactly("Wait for you");
        assertThat(current(List.of(), "open=yes&sort=name&columns=owner"))
                .containsExactly("Wait for you");
        assertThat(current(List.of(), "untouched=90d")).containsExactly("Quiet for 90 days");
    }

    @Test
    void it_is_not_while_something_else_is_asked_too() {
        assertThat(current(List.of(), "")).isEmpty();
        assertThat(current(List.of(), "open=yes&tag=dairy")).isEmpty();
    }
}
