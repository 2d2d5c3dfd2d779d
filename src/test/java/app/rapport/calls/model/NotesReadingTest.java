package app.rapport.calls.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.calls.model.Found.Kind;
import app.rapport.listening.dates.DueDates;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Marks are read, what is pasted stays what it is, and what is promised is found without marks. */
class NotesReadingTest {
    private static final LocalDateTime TUESDAY = LocalDateTime.of(2026, 3, 10, 11, 15);
    private static final NotesReading READING =
            new NotesReading(TUESDAY, DueDates.english(), Set.of("tom", "tom hale"));

    private static List<Found> found(String notes) {
        return READING.of(notes);
    }

    private static Found one(String notes) {
        assertThat(found(notes)).hasSize(1);
        return found(notes).getFirst();
    }

    @Test
    void a_line_is_what_its_mark_says() {
        String notes =
                """
                ?? which line first
                >> so line 2 must run again Tuesday 06:00
                ** no open product zone overnight
                *~ probably needs spare seals on site
                !! Tom confirms a crew of two by Wed noon
                !< Jonas sends the shutdown plan by Friday
                ~~ not sure 12 housings fit in one day
                :) relieved that we come ourselves
                :( the last invoice
                """;

        assertThat(NoteLine.in(notes))
                .extracting(line -> line.mark().orElseThrow())
                .containsExactly(
                        Mark.ASKED,
                        Mark.PLAYED_BACK,
                        Mark.NEED,
                        Mark.NEED_SENSED,
                        Mark.WE_PROMISE,
                        Mark.THEY_PROMISE,
                        Mark.HESITATION,
                        Mark.FELT_GOOD,
                        Mark.FELT_BAD);
        assertThat(found(notes))
                .extracting(Found::kind)
                .containsExactly(
                        Kind.NEED,
                        Kind.NEED_SENSED,
                        Kind.OUR_PROMISE,
                        Kind.THEIR_PROMISE,
                        Kind.HESITATION);
    }

    @Test
    void a_marked_promise_has_its_day_and_who_makes_it() {
        Found ours = one("!! Tom confirms a crew of two by Wed noon");
        Found theirs = one("!< Jonas sends the shutdown plan by Friday");

        assertThat(ours.due().orElseThrow().day()).isEqualTo(LocalDate.of(2026, 3, 11));
        assertThat(ours.due().orElseThrow().time()).contains(LocalTime.NOON);
        assertThat(theirs.due().orElseThrow().day()).isEqualTo(LocalDate.of(2026, 3, 13));
        assertThat(theirs.who()).isEqualTo("Jonas");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- a bullet",
                "* a bullet",
                "• a bullet",
                "1. a number",
                "**bold** words",
                "** bold ** words **",
                "~~struck~~ words",
                "~~~",
                "!!! look",
                "> On Monday you wrote",
                ">>> of the third level",
                "?",
                ":-) hello",
                "  ?? not at the very beginning",
                ":)no space",
                "!<-- a comment",
                ""
            })
    void what_people_write_anyway_is_no_mark(String line) {
        assertThat(NoteLine.in(line)).allSatisfy(one -> assertThat(one.mark()).isEmpty());
    }

    @Test
    void a_pasted_mail_stays_a_mail() {
        String pasted =
                """
                On Monday Marta wrote:
                >> I will send you the plan by Friday.
                >> Can you come on the 20th?

                > Thanks
                >> so what do you think by tomorrow
                > Nora
                """;

        assertThat(NoteLine.in(pasted)).allSatisfy(one -> assertThat(one.mark()).isEmpty());
        assertThat(found(pasted)).isEmpty();
    }

    @Test
    void bullets_of_the_second_level_stay_bullets() {
        assertThat(NoteLine.in("* line two\n** before Easter\n** with a crew\n\n** no smell"))
                .extracting(line -> line.mark().isPresent())
                .containsExactly(false, false, false, false, true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I will send her the quotation by Friday | OUR_PROMISE",
                "- I'll get back to him tomorrow | OUR_PROMISE",
                "We are going to send two crews next week | OUR_PROMISE",
                "Tom will call the plant by Thursday | OUR_PROMISE",
                "Jonas will send the shutdown plan by Friday | THEIR_PROMISE",
                "She sends the drawings next week | THEIR_PROMISE",
                "Who opens the plant on Good Friday? | QUESTION",
                "Audit is on 24 March | DATE"
            })
    void what_has_no_mark_is_read_too(String line, Kind kind) {
        assertThat(one(line).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Two crews of three people",
                "They like the new housings",
                "This will be fine",
                "It may rain in the plant",
                "Delivery takes seven days or so"
            })
    void talk_is_no_promise(String line) {
        assertThat(found(line)).isEmpty();
    }

    @Test
    void a_line_that_was_wrapped_is_read_as_one_sentence() {
        Found wrapped =
                one(
                        "I will send you the revised quotation with the seals and the crew\nfor both lines by Friday.");
        assertThat(wrapped.due()).isPresent();
        assertThat(found("I will send the plan by Friday\nJonas will send the list by Monday"))
                .hasSize(2);
    }

    @Test
    void the_same_words_are_the_same_wherever_they_stand() {
        assertThat(one("x y z\n!! send it by Friday").place())
                .isEqualTo(one("!!   Send it, by Friday").place())
                .isNotEqualTo(one("** send it by Friday").place())
                .doesNotContain("send");
    }

    @Test
    void places_point_at_the_very_words_whatever_is_written() {
        Random random = new Random(11);
        List<String> pieces =
                List.of(
                        "!! ",
                        "!< ",
                        "** ",
                        "?? ",
                        ">> ",
                        "> ",
                        "- ",
                        "I will send it by Friday",
                        "Jonas will call tomorrow",
                        "Marta",
                        "?",
                        ". ",
                        "\n",
                        "\r\n",
                        "\n\n",
                        " ",
                        "* ",
                        "~~ ",
                        ":) ",
                        "Größe 12",
                        "\t",
                        "by 13 March",
                        "😀");
        for (int round = 0; round < 3_000; round++) {
            String notes =
                    IntStream.range(0, random.nextInt(20))
                            .mapToObj(_ -> pieces.get(random.nextInt(pieces.size())))
                            .collect(Collectors.joining());
            for (Found one : found(notes))
                assertThat(notes.substring(one.start(), one.end()).replaceAll("[\r\n]", " "))
                        .isEqualTo(one.words().replaceAll("[\r\n]", " "));
            for (NoteLine line : NoteLine.in(notes))
                assertThat(notes.substring(line.start(), line.end())).isEqualTo(line.words());
        }
    }

    @Test
    void a_question_of_the_plan_is_asked_once_its_words_stand_behind_the_mark() {
        assertThat(AskedAlready.in("?? which line first", "Which line has to run first?")).isTrue();
        assertThat(AskedAlready.in("which line first", "Which line has to run first?")).isFalse();
        assertThat(AskedAlready.in("?? which line first", "Who opens the plant?")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "we send the list, send the list",
        "I'll call her, call her",
        "We will send it, send it",
        "Tom confirms, Tom confirms",
        "in time, in time"
    })
    void what_is_promised_is_said_without_who_says_it(String words, String promised) {
        assertThat(PromisedWords.of(words)).isEqualTo(promised);
    }
}
