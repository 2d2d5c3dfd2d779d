package app.rapport.people.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What two records say together, and what is left when they are parted. */
class UnionTest {
    private static final String AT = "2026-11-26T01:00:00Z";

    private static Map<String, String> record(Random random) {
        Map<String, String> record = new LinkedHashMap<>();
        for (String key : Union.CONTACTS.keys())
            record.put(
                    key,
                    switch (key) {
                        case "mail", "phone", "link", "chat", "tags" -> list(random);
                        case Union.EXTRA -> "Shoe\u001f\"" + random.nextInt(3) + "\"";
                        case Union.COLLEAGUE -> String.valueOf(random.nextBoolean());
                        default -> random.nextInt(3) == 0 ? "" : key + random.nextInt(3);
                    });
        return record;
    }

    private static String list(Random random) {
        StringBuilder list = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            String row = "x" + random.nextInt(9) + "@y.example\u001flabel";
            if (list.indexOf(row) < 0) list.append(list.isEmpty() ? "" : "\u001e").append(row);
        }
        return list.toString();
    }

    @Test
    void where_nobody_changed_anything_parting_gives_back_what_was_to_the_letter() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            Map<String, String> winner = record(random);
            Map<String, String> loser = record(random);
            Map<String, String> both = Union.CONTACTS.of(winner, loser, Map.of(), AT);

            assertThat(Union.CONTACTS.rebased(both, winner, both)).isEqualTo(winner);
            assertThat(Union.CONTACTS.withOwnEdits(loser, both, both)).isEqualTo(loser);
        }
    }

    @Test
    void what_was_changed_since_stays_with_the_one_that_stayed() {
        Map<String, String> winner = Map.of("title", "Buyer", "tags", "a\u001eb");
        Map<String, String> loser = Map.of("title", "Chief", "tags", "c");
        Map<String, String> both =
                Union.CONTACTS.of(winner, loser, Map.of("title", Side.OTHER), AT);
        assertThat(both).containsEntry("title", "Chief").containsEntry("tags", "a\u001eb\u001ec");

        Map<String, String> now = new LinkedHashMap<>(both);
        now.put("title", "Head");
        now.put("tags", "b\u001ec\u001ed");

        assertThat(Union.CONTACTS.rebased(both, winner, now))
                .containsEntry("title", "Head")
                .containsEntry("tags", "b\u001ed");
    }

    @Test
    void an_address_is_no_name_where_the_other_has_one() {
        Map<String, String> both =
                Union.CONTACTS.of(
                        Map.of("display_name", "bea@mill.example"),
                        Map.of("display_name", "Bea Thornycroft"),
                        Map.of(),
                        AT);
        assertThat(both).containsEntry("display_name", "Bea Thornycroft");
    }
}
