package app.rapport.demo.model;

import java.time.Duration;
import java.util.List;

/** The answer of a mail server that knows nobody by that address (RFC 3464). */
final class Bounce {
    private static final String PARTS = "fernhollow-parts";

    private Bounce() {}

    static Mail of(Mail mail, String address) {
        return new Mail(
                mail.id().replace("<", "<back."),
                mail.at().plus(Duration.ofMinutes(2)),
                "Mail Delivery System <mailer-daemon@" + Seller.DOMAIN + ">",
                List.of(mail.from()),
                List.of(),
                "Undelivered Mail Returned to Sender",
                List.of(),
                "Auto-Submitted: auto-replied\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"%s\"\n"
                        .formatted(PARTS),
                """
                --%1$s
                Content-Type: text/plain; charset=utf-8

                Your message could not be delivered.

                <%2$s>: 550 5.1.1 There is no such user here

                --%1$s
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.%3$s

                Final-Recipient: rfc822; %2$s
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 There is no such user here

                --%1$s
                Content-Type: text/rfc822-headers

                From: %4$s
                To: %5$s
                Subject: %6$s
                Message-ID: %7$s

                --%1$s--
                """
                        .formatted(
                                PARTS,
                                address,
                                Seller.DOMAIN,
                                mail.from(),
                                mail.to().getFirst(),
                                mail.subject(),
                                mail.id()));
    }
}
