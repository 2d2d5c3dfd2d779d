package app.rapport.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailWordsTest {
    @Test
    void prefixed_lines_and_their_introduction_are_quoted() {
        MailWords words =
                MailWords.of(
                        "Thursday suits me.\n\nOn Mon, 9 Mar 2026 at 10:12, Ann Lee <ann@example.org> wrote:\n> Which day?\n> Ann\n");
        assertThat(words.replyText()).isEqualTo("Thursday suits me.");
    }

    @Test
    void an_introduction_may_run_over_lines() {
        assertThat(
                        MailWords.of(
                                        "Yes.\n\nOn Mon, 9 Mar 2026 at 10:12, Ann Lee\n<ann@example.org> wrote:\n\n> Which day?")
                                .replyText())
                .isEqualTo("Yes.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Am 09.03.2026 um 10:12 schrieb Ann Lee <ann@example.org>:",
                "Le lun. 9 mars 2026 à 10:12, Ann Lee <ann@example.org> a écrit :",
                "El lun, 9 mar 2026 a las 10:12, Ann Lee (<ann@example.org>) escribió:",
                "Il giorno lun 9 mar 2026 alle ore 10:12 Ann Lee <ann@example.org> ha scritto:",
                "Op ma 9 mrt 2026 om 10:12 schreef Ann Lee <ann@example.org>:",
                "2026-03-09 10:12 GMT+01:00 Ann Lee <ann@example.org>:"
            })
    void introductions_of_other_languages_are_known(String introduction) {
        assertThat(
                        MailWords.of("Yes, gladly.\n\n" + introduction + "\n\n> Which day?\n")
                                .replyText())
                .isEqualTo("Yes, gladly.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: Ann Lee [mailto:ann@example.org]\nSent: Monday, March 9, 2026 10:12 AM\nTo: Bo\nSubject: Day\n\nWhich day?",
                "*Von:* Ann Lee\n*Gesendet:* Montag, 9. März 2026 10:12\n*An:* Bo\n*Betreff:* Tag\n\nWelcher Tag?",
                "-----Original Message-----\nFrom: Ann\nWhich day?",
                "Ann Lee\n03/09/2026 10:12 AM\nTo: Bo/Firm@Firm\ncc:\nSubject: Day\n\nWhich day?"
            })
    void header_blocks_open_the_older_mail(String block) {
        assertThat(MailWords.of("Thursday.\n\n" + block).replyText()).isEqualTo("Thursday.");
    }

    @Test
    void answers_between_quotations_are_all_kept() {
        MailWords words = MailWords.of("> Which day?\n\nThursday.\n\n> And where?\n\nAt yours.\n");
        assertThat(words.replyText())
                .contains("Thursday.")
                .contains("At yours.")
                .doesNotContain("Which");
    }

    @Test
    void a_signature_is_no_reply_but_it_is_new_text() {
        MailWords words =
                MailWords.of(
                        "See you then.\n\n-- \nAnn Lee\nHead of Works, Quill Dairy\n+44 20 7946 0000\n");
        assertThat(words.replyText()).isEqualTo("See you then.");
        assertThat(words.signature()).contains("Head of Works");
        assertThat(words.newText()).contains("See you then.").contains("Head of Works");
    }

    @Test
    void what_was_passed_on_is_new_text_but_no_reply() {
        MailWords words =
                MailWords.of(
                        "Have a look.\n\n---------- Forwarded message ----------\nFrom: Ann <ann@example.org>\n\nThe plan.\n");
        assertThat(words.replyText()).isEqualTo("Have a look.");
        assertThat(words.newText()).contains("The plan.");
    }

    @Test
    void device_footers_and_disclaimers_are_left_out() {
        assertThat(MailWords.of("On my way.\n\nSent from my phone").replyText())
                .isEqualTo("On my way.");
        assertThat(
                        MailWords.of(
                                        "Agreed.\n\nThis e-mail and any files are confidential and intended solely for the use of the addressee.")
                                .replyText())
                .isEqualTo("Agreed.");
    }

    @Test
    void any_text_takes_little_time_and_never_fails() {
        Random random = new Random(11);
        String[] pieces = {
            "On ",
            "wrote:",
            "> ",
            "From: ",
            "To: ",
            "-- \n",
            "\n",
            "\n\n",
            "x".repeat(3000),
            " ",
            ":",
            "<a@b.c>",
            "Sent from my ",
            "-----Original Message-----",
            "2026"
        };
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = 0; k < 60; k++) text.append(pieces[random.nextInt(pieces.length)]);
            long start = System.nanoTime();
            assertThatCode(() -> MailWords.of(text.toString())).doesNotThrowAnyException();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(3));
        }
    }
}
