package app.rapport.listening.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueDatesTest {
    private static final LocalDateTime WEDNESDAY = LocalDateTime.of(2026, 3, 4, 10, 0);

    private static String read(String text, LocalDateTime now) {
        return DueDates.english()
                .in(text, now)
                .map(due -> due.day() + due.time().map(time -> " " + time).orElse(""))
                .orElse("none");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    by Friday | 2026-03-06
                    by this Friday | 2026-03-06
                    on Monday | 2026-03-09
                    until Sunday | 2026-03-08
                    by Wednesday | 2026-03-11
                    before Friday | 2026-03-05
                    by next Friday | 2026-03-13
                    next Tuesday | 2026-03-10
                    Tuesday next week | 2026-03-10
                    next week on Thursday | 2026-03-12
                    Friday this week | 2026-03-06
                    Monday week | 2026-03-16
                    a week from Monday | 2026-03-16
                    two weeks from Friday | 2026-03-20
                    by Thurs. | 2026-03-05
                    on Tue | 2026-03-10
                    today | 2026-03-04
                    by the end of the day | 2026-03-04
                    by EOD | 2026-03-04
                    by COB today | 2026-03-04
                    this afternoon | 2026-03-04
                    tonight | 2026-03-04
                    later today | 2026-03-04
                    tomorrow | 2026-03-05
                    tomorrow noon | 2026-03-05 12:00
                    tomorrow at noon | 2026-03-05 12:00
                    by noon tomorrow | 2026-03-05 12:00
                    tomorrow morning | 2026-03-05 12:00
                    first thing tomorrow | 2026-03-05 09:00
                    tomorrow afternoon | 2026-03-05 18:00
                    by 5pm tomorrow | 2026-03-05 17:00
                    tomorrow at 3:30 pm | 2026-03-05 15:30
                    tomorrow by close of business | 2026-03-05 18:00
                    the day after tomorrow | 2026-03-06
                    a week from tomorrow | 2026-03-12
                    a week from today | 2026-03-11
                    Friday at 14:00 | 2026-03-06 14:00
                    at 2:30 tomorrow | 2026-03-05 14:30
                    Friday at 02:30 | 2026-03-06 02:30
                    tomorrow at 9:30 | 2026-03-05 09:30
                    Monday morning | 2026-03-09 12:00
                    first thing Monday | 2026-03-09 09:00
                    by Friday, 10 a.m. | 2026-03-06 10:00
                    in two days | 2026-03-06
                    in 2 days | 2026-03-06
                    within three days | 2026-03-07
                    in a couple of days | 2026-03-06
                    in a few days | 2026-03-07
                    in two working days | 2026-03-06
                    within 5 business days | 2026-03-11
                    ten days from now | 2026-03-14
                    the next business day | 2026-03-05
                    in a week | 2026-03-11
                    in one week's time | 2026-03-11
                    in two weeks | 2026-03-18
                    within a fortnight | 2026-03-18
                    in the next two weeks | 2026-03-18
                    over the next few days | 2026-03-07
                    in a month | 2026-04-04
                    within six months | 2026-09-04
                    in an hour | 2026-03-04 11:00
                    in two hours | 2026-03-04 12:00
                    within 45 minutes | 2026-03-04 10:45
                    in half an hour | 2026-03-04 10:30
                    by 4 pm | 2026-03-04 16:00
                    before noon | 2026-03-04 12:00
                    at 9:15 | 2026-03-05 09:15
                    this week | 2026-03-06
                    later this week | 2026-03-06
                    by the end of the week | 2026-03-06
                    by EOW | 2026-03-06
                    by the end of this week | 2026-03-06
                    next week | 2026-03-13
                    early next week | 2026-03-10
                    at the beginning of next week | 2026-03-09
                    the middle of next week | 2026-03-11
                    by the end of next week | 2026-03-13
                    before next week | 2026-03-08
                    the week after next | 2026-03-20
                    over the weekend | 2026-03-08
                    before the weekend | 2026-03-06
                    this month | 2026-03-31
                    by the end of the month | 2026-03-31
                    end of month | 2026-03-31
                    by EOM | 2026-03-31
                    by month-end | 2026-03-31
                    mid-month | 2026-03-15
                    next month | 2026-04-30
                    by the beginning of next month | 2026-04-01
                    by the end of next month | 2026-04-30
                    by the end of the quarter | 2026-03-31
                    in Q2 | 2026-06-30
                    by the end of Q3 2027 | 2027-09-30
                    by the end of the year | 2026-12-31
                    next year | 2027-12-31
                    before the 15th | 2026-03-14
                    by the 15th | 2026-03-15
                    on the 2nd | 2026-04-02
                    by the 3rd of next month | 2026-04-03
                    on 3 March | 2027-03-03
                    on 30 March | 2026-03-30
                    by March 30th | 2026-03-30
                    on the 21st of April | 2026-04-21
                    April 21, 2027 | 2027-04-21
                    by 1 Feb | 2027-02-01
                    in May | 2026-05-31
                    before May | 2026-04-30
                    by the end of May | 2026-05-31
                    in mid June | 2026-06-15
                    in early April | 2026-04-10
                    by 2026-04-01 | 2026-04-01
                    by 17/4 | 2026-04-17
                    by 4/17/2026 | 2026-04-17
                    am 17.4.2026 | 2026-04-17
                    """)
    void more_than_a_hundred_phrases_mean_a_day_or_a_moment(String phrase, String due) {
        assertThat(read("I'll send you the draft " + phrase + ".", WEDNESDAY)).isEqualTo(due);
        assertThat(read(phrase, WEDNESDAY)).isEqualTo(due);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    I'll send it as soon as I can.
                    You may call me at any time.
                    We march on and will see to it.
                    It costs 4.50 and weighs 12/13 of that.
                    I will check version 3.2.1 of it.
                    There were 2 of them, so I'll ask.
                    I'll look at it a second time.
                    We sat down and I'll write it up.
                    """)
    void prose_is_no_date(String sentence) {
        assertThat(read(sentence, WEDNESDAY)).isEqualTo("none");
    }

    @Test
    void the_deadline_counts_where_other_days_are_named_too() {
        String text = "After our talk on Monday I'll send the offer by Thursday.";
        assertThat(read(text, WEDNESDAY)).isEqualTo("2026-03-05");
    }

    @Test
    void the_31st_is_a_date_only_in_months_that_have_it() {
        LocalDateTime april = LocalDateTime.of(2026, 4, 10, 9, 0);
        assertThat(read("by the 31st", april)).isEqualTo("none");
        assertThat(read("by the 30th", april)).isEqualTo("2026-04-30");
    }

    @Test
    void at_the_end_of_a_week_this_week_is_the_coming_one() {
        LocalDateTime saturday = LocalDate.of(2026, 3, 7).atTime(10, 0);
        assertThat(read("by the end of the week", saturday)).isEqualTo("2026-03-13");
        assertThat(read("by Friday", LocalDate.of(2026, 3, 6).atTime(9, 0)))
                .isEqualTo("2026-03-13");
    }

    @Test
    void the_place_of_the_words_is_known() {
        String text = "I'll send it by Friday, 10 a.m. at the latest";
        Due due = DueDates.english().in(text, WEDNESDAY).orElseThrow();
        assertThat(text.substring(due.start(), due.end())).isEqualTo("by Friday, 10 a.m.");
    }
}
