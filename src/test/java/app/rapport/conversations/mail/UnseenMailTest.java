package app.rapport.conversations.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Habits of programs that were met after the first rules were written; mails of our own. */
class UnseenMailTest {
    @Test
    void a_filter_that_refuses_a_delivered_mail_bounces_it() {
        ReadMail mail =
                read(
                        "From: Mail Delivery Subsystem <postbox@quill.example>\nAuto-Submitted: auto-replied (rejected)\nSubject: Automatically rejected mail\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b\n\n--b\n\nYour message was rejected:\nQuota exceeded\n--b\nContent-Type: message/disposition-notification\n\nFinal-Recipient: rfc822; kim@quill.example\nDisposition: automatic-action/MDN-sent-automatically; deleted\n\n--b--\n");
        assertThat(mail.kind()).isEqualTo(MailKind.BOUNCE);
        assertThat(mail.bounces())
                .extracting(Bounced::recipient)
                .containsExactly("kim@quill.example");
    }

    @Test
    void a_receipt_for_a_mail_that_was_read_is_an_automatic_reply() {
        ReadMail mail =
                read(
                        "From: Kim <kim@quill.example>\nSubject: Read: the plan\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b\n\n--b\n\nYour message was read.\n--b\nContent-Type: message/disposition-notification\n\nFinal-Recipient: rfc822; kim@quill.example\nDisposition: manual-action/MDN-sent-manually; displayed\n\n--b--\n");
        assertThat(mail.kind()).isEqualTo(MailKind.AUTO_REPLY);
    }

    @Test
    void an_address_behind_an_undisclosed_one_is_the_one_that_failed() {
        ReadMail mail =
                read(
                        "From: Mail Delivery System <mailer-daemon@relay.example>\nTo: bo@firm.example\nSubject: Mail delivery failed: returning message to sender\n\nThe following address(es) failed:\n\n  an undisclosed address\n    (generated from kim@quill.example)\n");
        assertThat(mail.bounces())
                .extracting(Bounced::recipient)
                .containsExactly("kim@quill.example");
    }

    @Test
    void a_complaint_passed_on_with_its_original_recipient_is_a_feedback_report() {
        ReadMail mail =
                read(
                        "X-HmXmrOriginalRecipient: kim@quill.example\nFrom: news@firm.example\nTo: kim@quill.example\nSubject: Our offer\n\nHello\n");
        assertThat(mail.kind()).isEqualTo(MailKind.BOUNCE);
    }

    @Test
    void american_dates_with_the_month_first_are_read() {
        ReadMail mail =
                read("From: kim@quill.example\nDate: Monday, March 09, 2026 5:56 PM\n\nHello\n");
        assertThat(mail.date().orElseThrow()).hasToString("2026-03-09T17:56:00Z");
    }

    @Test
    void half_a_million_empty_parts_fit_into_memory() {
        ReadMail mail =
                read(
                        "From: kim@quill.example\nContent-Type: multipart/mixed; boundary=b\n\n"
                                + "--b\n".repeat(500_000));
        assertThat(mail.from().orElseThrow().address()).isEqualTo("kim@quill.example");
    }

    private static ReadMail read(String mail) {
        return MailReader.read(mail.getBytes(StandardCharsets.UTF_8));
    }
}
