package app.rapport.conversations.answers;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.conversations.answers.Lessons.Lesson;
import app.rapport.conversations.answers.Lessons.Said;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LessonsTest {
    private static final String JONAS = "jonas@quillbrook.example";

    @Test
    void no_answer_wanted_lowers_what_this_sender_writes_later_and_nobody_elses() {
        Lessons taught = answers(Said.NO_ANSWER_WANTED);
        assertThat(taught.taught(JONAS, .3)).isBetween(.1, .2);
        assertThat(taught.taught("marta@quillbrook.example", .3)).isEqualTo(.3);
    }

    @Test
    void each_verdict_counts_and_a_done_counts_the_other_way() {
        assertThat(answers(Said.NOT_FOR_ME, Said.NOT_FOR_ME).taught(JONAS, .3))
                .isLessThan(answers(Said.NOT_FOR_ME).taught(JONAS, .3));
        assertThat(answers(Said.DONE).taught(JONAS, .3)).isGreaterThan(.3);
    }

    @Test
    void a_hundred_verdicts_do_not_make_a_question_vanish_for_good() {
        Lessons taught =
                new Lessons(
                        Collections.nCopies(
                                100, new Lesson("answer", JONAS, Said.NO_ANSWER_WANTED)));
        assertThat(taught.taught(JONAS, .6)).isGreaterThan(Fading.WORTH_SHOWING);
    }

    @Test
    void who_is_no_person_to_talk_to_is_not_shown_again() {
        Lessons taught = answers(Said.of("not a person to talk to"));
        assertThat(taught.taught(JONAS, .9)).isZero();
        assertThat(taught.leavesAlone(JONAS)).isTrue();
    }

    @Test
    void a_silence_is_left_alone_when_that_was_said_twice() {
        Lesson once = new Lesson("quiet", JONAS, Said.OTHER);
        assertThat(new Lessons(List.of(once)).leavesAlone(JONAS)).isFalse();
        assertThat(new Lessons(List.of(once, once)).leavesAlone(JONAS)).isTrue();
    }

    private static Lessons answers(Said... said) {
        return new Lessons(
                List.of(said).stream().map(one -> new Lesson("answer", JONAS, one)).toList());
    }
}
