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
                "2026-03-09 10:12 GMT+01:00 Ann Lee <ann@example.org>:",
                "2026-03-09 10:12 GMT+01:00 Ann Lee <\nann@example.org>:",
                "Op 9-mrt.-2026, om 10:12 heeft Ann Lee <ann@example.org> het volgende geschreven:",
                "9 березня 2026 р. 10:12 \"Ann\" <ann@example.org> пише:",
                "09.03.2026 10:12 пользователь \"Ann\" <\nann@example.org> написал:",
                "10:12, 9 March 2026, \"Ann Lee\" <ann@example.org>:",
                "Le 2026-03-09 10:12, Ann Lee a écrit\u00a0:",
                "man. 9. mar. 2026 kl. 10:12 skrev Ann Lee <ann@example.org\n>:",
                "Ann Lee <ann@example.org> schrieb am Mo., 9.\nMärz 2026 um 10:12 Uhr:",
                "On Mon, 9 Mar 2026 at 10:12 Ann Lee\n\n<\nmailto:Ann Lee <ann@example.org>\n> wrote:",
                "---- Ann Lee wrote ----",
                "------ On 3/9/2026 10:12, Ann Lee wrote ------",
                "Ann Lee wrote:"
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "In my view three people said:\n\nit is too dear, too slow, too late.",
                "This is what the board wrote:\n\nwe agree.",
                "Meet us then.\n\nDate: Monday 9 March 2026\nTime: 10:12\nPlace: the yard",
                "The figures come from: sales, and from: stock.",
                "Do this:\n\n## Steps\n----\n1. count\n\n----\n2. weigh",
                "We talked on 9 March 2026 about prices.\nAnd on 10 March about time."
            })
    void prose_that_looks_like_an_introduction_is_kept(String text) {
        assertThat(MailWords.of(text).replyText()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Date: Mon, 9 Mar 2026 10:12:00 +0000\nTo: bo@example.org\nFrom: ann@example.org\nSubject: Day",
                "From: ann@example.org\nDate: Mon, 9 Mar 2026 10:12:00 +0000",
                "Fra: Ann <ann@example.org>\nDato: 09.03.2026 10.12\nTil: Bo\nEmne: Dag",
                "====\nMessage du : 09/03/2026 10:12\nDe : Ann <ann@example.org>\nA : Bo\nSujet : Jour",
                "-------- Oprindelig besked --------\nHvilken dag?",
                "-----Antwort Nachricht-----\nWelcher Tag?"
            })
    void older_headers_of_many_programs_are_known(String block) {
        assertThat(MailWords.of("Thursday.\n\n" + block + "\n\nWhich day?").replyText())
                .isEqualTo("Thursday.");
    }

    @Test
    void words_before_an_introduction_on_its_line_are_the_writers() {
        assertThat(
                        MailWords.of("Gladly --- On Mon, 9 Mar 2026, Ann wrote:\n> Which day?")
                                .replyText())
                .isEqualTo("Gladly");
    }

    @Test
    void an_answer_below_an_introduction_without_marks_is_kept_when_nothing_stands_above() {
        assertThat(
                        MailWords.of(
                                        "On 9 Mar 2026 10:12, Ann Lee <ann@example.org> wrote:\n\nThursday.")
                                .replyText())
                .isEqualTo("Thursday.");
    }

    @Test
    void the_rest_of_a_wrapped_quoted_line_is_quoted() {
        assertThat(
                        MailWords.of(
                                        "Yes.\n\n> This line is a good deal longer than the program of its reader would\nallow on one line.\n> Ann")
                                .replyText())
                .isEqualTo("Yes.");
    }

    @Test
    void a_signature_above_a_device_footer_and_below_a_quotation_are_found() {
        assertThat(
                        MailWords.of("Done.\n\n--\nAnn Lee\nQuill Dairy\n\nSent from my phone")
                                .replyText())
                .isEqualTo("Done.");
        assertThat(
                        MailWords.of(
                                        "Done.\n\n--\nAnn Lee\n\n> Is it done?\n\n--\nThe list's footer")
                                .replyText())
                .isEqualTo("Done.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Envoyé à partir de Outlook pour iOS",
                "Diese Nachricht wurde von meinem Telefon gesendet.",
                "Get [Outlook for Android](https://example.org)",
                "Verstuurd vanaf mijn tablet",
                "(sent from a phone)",
                "—————\nAnn Lee",
                "ᐧ\n\n-----"
            })
    void footers_of_devices_and_bare_rules_are_no_words(String footer) {
        assertThat(MailWords.of("On my way.\n\n" + footer).replyText()).isEqualTo("On my way.");
    }

    @Test
    void a_sentence_about_sending_is_no_footer() {
        String text = "Hello\n\nSent from my desk, which is easier than from the road.";
        assertThat(MailWords.of(text).replyText()).isEqualTo(text);
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
            "2026",
            "-".repeat(390),
            "-- a b ".repeat(50),
            "\nOn 9 Mar 2026 at 10:12 Ann <a@b.c>\n"
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-",
                "- x ",
                "> ",
                "On 9 Mar 2026 at 10:12 Ann <a@b.c>\n",
                "From: a\n",
                "To: a\ncc: b\n",
                ":",
                "Sent from "
            })
    void the_same_piece_a_million_times_takes_seconds_at_most(String piece) {
        String lines = (piece.repeat(390 / piece.length()) + "\n").repeat(2_500);
        long start = System.nanoTime();
        MailWords.of(lines);
        MailWords.of(piece.repeat(1_000_000 / piece.length()));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }
}
