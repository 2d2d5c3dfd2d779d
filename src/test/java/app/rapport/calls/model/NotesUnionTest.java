package app.rapport.calls.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two write on the same notes, and nothing that either wrote is lost. */
class NotesUnionTest {
    @Test
    void who_alone_wrote_is_taken_as_is() {
        assertThat(NotesUnion.of("a", "a\nb", "a")).isEqualTo("a\nb");
        assertThat(NotesUnion.of("a", "a", "a\nc")).isEqualTo("a\nc");
        assertThat(NotesUnion.of("a", "b", "b")).isEqualTo("b");
    }

    @Test
    void what_both_added_stands_there_once_and_the_end_stays_the_end() {
        assertThat(NotesUnion.of("a\nz\n", "a\nmine\nz\n", "a\ntheirs\nz\n"))
                .isEqualTo("a\ntheirs\nmine\nz\n");
        assertThat(NotesUnion.of("", "mine", "theirs")).isEqualTo("theirs\nmine\n");
    }

    @Test
    void no_line_that_somebody_wrote_is_lost() {
        Random random = new Random(7);
        for (int round = 0; round < 5_000; round++) {
            List<String> base = lines(random, "b", new ArrayList<>());
            List<String> mine = lines(random, "m", new ArrayList<>(base));
            List<String> theirs = lines(random, "t", new ArrayList<>(base));
            List<String> union =
                    NotesUnion.of(text(base), text(mine), text(theirs)).lines().toList();

            assertThat(union).containsAll(without(mine, base)).containsAll(without(theirs, base));
        }
    }

    private static List<String> without(List<String> lines, List<String> base) {
        return lines.stream().filter(line -> !Set.copyOf(base).contains(line)).toList();
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines);
    }

    /** Adds, changes and takes out a few. */
    private static List<String> lines(Random random, String who, List<String> lines) {
        for (int i = random.nextInt(5); i >= 0; i--) {
            int at = lines.isEmpty() ? 0 : random.nextInt(lines.size() + 1);
            if (random.nextInt(4) > 0 || lines.isEmpty()) lines.add(at, who + random.nextInt(9));
            else if (at < lines.size()) lines.remove(at);
        }
        return lines;
    }
}
