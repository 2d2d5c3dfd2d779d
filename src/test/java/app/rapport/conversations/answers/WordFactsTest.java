package app.rapport.conversations.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the judgement reads from a mail's new words. */
class WordFactsTest {
    private final WordFacts facts = new WordFacts("Nora Tarn", List.of("n.sample@firm.example"));

    private MailFact.Words of(String text) {
        return facts.read(text, .2, 0, 0);
    }

    @Test
    void a_question_has_some_length_ends_in_a_mark_and_is_no_politeness() {
        assertThat(of("Could you send it?").question()).isTrue();
        assertThat(of("Hi.\nWhen?").question()).isTrue();
        assertThat(of("no?").question()).isFalse();
        assertThat(of("Eh? Hm? Or so?").question()).isTrue();
        assertThat(of("Hi Nora, how are you?").question()).isFalse();
        assertThat(of("Do you have Questions?").question()).isFalse();
        assertThat(of("See http://localhost/?id=7").question()).isFalse();
        assertThat(of("It is so. And so!\nYes").question()).isFalse();
        assertThat(of("x".repeat(500) + "?").question()).isTrue();
    }

    @Test
    void the_reader_is_spoken_to_by_name_or_as_you() {
        assertThat(of("NORA, look").named()).isTrue();
        assertThat(of("Noras are many").named()).isFalse();
        assertThat(of("as you said, your order").you()).isEqualTo(1);
        assertThat(of("one two three four five six seven eight nine you're").you()).isEqualTo(1);
        assertThat(of("the youth of Bayou").you()).isZero();
        assertThat(of("a ".repeat(99) + "you").you()).isEqualTo(.1);
    }

    @Test
    void wishes_times_links_and_attachments_are_seen_over_line_ends() {
        assertThat(of("I\nwould\tlike two").wishes()).isTrue();
        assertThat(of("The wood would do").wishes()).isFalse();
        assertThat(of("See us at 10:30 am").times()).isTrue();
        assertThat(of("this\nweek then").times()).isTrue();
        assertThat(of("any day now").times()).isFalse();
        assertThat(of("on WWW.firm.example").link()).isTrue();
        assertThat(of("The file is attached").attached()).isTrue();
        assertThat(of("FYI only").forInformation()).isTrue();
        assertThat(of("Do not hesitate to call").politeOffer()).isTrue();
        assertThat(of(" ").empty()).isTrue();
    }
}
