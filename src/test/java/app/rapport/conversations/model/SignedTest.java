package app.rapport.conversations.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.conversations.model.Signed.Held;
import app.rapport.kernel.TouchId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedTest {
    private static final Held NOTHING = new Held("", "", List.of());
    private static final Instant MAY = Instant.parse("2026-05-03T10:00:00Z");

    @Test
    void a_signature_offers_what_the_record_lacks() {
        assertThat(offered(NOTHING, "Head of Works | Quill Dairy Ltd\nT: +44 20 7946 0018"))
                .containsExactly("Head of Works", "Quill Dairy Ltd", "+44 20 7946 0018");
    }

    @Test
    void what_the_record_holds_is_not_offered() {
        Held held = new Held("Head of works", "Quill Dairy", List.of("020 7946 0018"));
        assertThat(offered(held, "Head of Works | Quill Dairy Ltd\nT: +44 20 7946 0018")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "+44 20 7946 0018, 020 7946 0018, true",
        "+49 (0)30 901820-14, 030 90182014, true",
        "0044 20 7946 0018, +44 (0) 20 7946 0018, true",
        "+44 20 7946 0018, +44 20 7946 0019, false",
        "+44 20 7946 0018, +1 20 7946 0018, false"
    })
    void numbers_are_compared_as_they_are_called(String held, String signed, boolean same) {
        assertThat(offered(new Held("", "", List.of(held)), "Tel: " + signed).isEmpty())
                .isEqualTo(same);
    }

    @Test
    void of_title_and_company_only_the_newest_word_counts() {
        assertThat(offered(NOTHING, "Plant Manager", "Shift Manager"))
                .containsExactly("Plant Manager");
        assertThat(
                        offered(
                                new Held("Plant Manager", "", List.of()),
                                "Plant Manager",
                                "Shift Manager"))
                .isEmpty();
    }

    @Test
    void a_title_that_says_more_than_the_record_is_offered() {
        assertThat(offered(new Held("Manager", "", List.of()), "Plant Manager"))
                .containsExactly("Plant Manager");
    }

    @Test
    void the_same_number_in_two_mails_is_offered_once() {
        assertThat(offered(NOTHING, "T: +44 20 7946 0018", "Tel. 020 7946 0018"))
                .containsExactly("+44 20 7946 0018");
    }

    @Test
    void what_was_dismissed_stays_away_however_it_is_written() {
        String id =
                Signed.suggestions(signed("T: +44 20 7946 0018"), NOTHING, Set.of())
                        .getFirst()
                        .id();
        assertThat(Signed.suggestions(signed("T: +44 (20) 79460018"), NOTHING, Set.of(id)))
                .isEmpty();
    }

    private static List<String> offered(Held held, String... newestFirst) {
        return Signed.suggestions(signed(newestFirst), held, Set.of()).stream()
                .map(Suggestion::value)
                .toList();
    }

    private static List<Signed> signed(String... newestFirst) {
        return java.util.Arrays.stream(newestFirst)
                .map(text -> new Signed(TouchId.next(), MAY, text))
                .toList();
    }
}
