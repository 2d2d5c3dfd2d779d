package app.rapport.conversations.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.conversations.mail.Mailbox;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswerWordsTest {
    @Test
    void re_stands_once_and_a_subject_is_one_line() {
        assertThat(AnswerWords.subject("Housings\r\n over Easter"))
                .isEqualTo("Re: Housings over Easter");
        assertThat(AnswerWords.subject("RE: Housings")).isEqualTo("RE: Housings");
    }

    @Test
    void each_line_of_what_is_answered_is_quoted() {
        assertThat(AnswerWords.quote("She wrote:", "Dear Nora,\n\ncan you?\n"))
                .isEqualTo("She wrote:\n> Dear Nora,\n>\n> can you?");
    }

    @Test
    void a_long_thread_keeps_its_first_and_its_newest_ids() {
        List<String> before = IntStream.range(0, 60).mapToObj(i -> i + "@x.example").toList();
        assertThat(AnswerWords.thread(before, "last@x.example"))
                .hasSize(20)
                .startsWith("<0@x.example>")
                .endsWith("<59@x.example>", "<last@x.example>");
        assertThat(AnswerWords.thread(List.of("a@x", "b@x"), "a@x"))
                .containsExactly("<b@x>", "<a@x>");
    }

    @Test
    void addresses_are_typed_with_commas_or_semicolons_with_or_without_names() {
        assertThat(TypedAddresses.of(" Ilse Žák <ilse@x.example>; jonas@x.example, "))
                .containsExactly(
                        new Mailbox("Ilse Žák", "ilse@x.example"),
                        new Mailbox("", "jonas@x.example"));
        assertThat(TypedAddresses.of("")).isEmpty();
    }
}
