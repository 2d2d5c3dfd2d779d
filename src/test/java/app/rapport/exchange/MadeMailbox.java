package app.rapport.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A small mailbox of Outlook: five mails with copies and attachments, and somebody's address. */
public final class MadeMailbox {
    private static final Instant AT = Instant.parse("2026-03-09T10:12:00Z");

    private MadeMailbox() {}

    public static byte[] bytes() {
        PstWriter pst = new PstWriter();
        int inbox = pst.folder("Inbox", "IPF.Note");
        int people = pst.folder("People", "IPF.Contact");
        for (int i = 1; i <= 5; i++)
            pst.message(
                    inbox,
                    Map.of(
                            PstWriter.CLASS, "IPM.Note",
                            PstWriter.SUBJECT, "Angebot %d für März".formatted(i),
                            PstWriter.SENT, AT.plusSeconds(i),
                            PstWriter.FROM_NAME, "Eva Klein",
                            PstWriter.FROM_ADDRESS, "eva@kundin.example",
                            PstWriter.MESSAGE_ID, "<a%d@kundin.example>".formatted(i),
                            PstWriter.BODY, "Guten Tag,\nhier das Angebot."),
                    List.of(
                            new PstWriter.Recipient(false, "Olga Owner", "olga@firm.example"),
                            new PstWriter.Recipient(true, "Ida", "ida@firm.example")),
                    List.of(
                            new PstWriter.File(
                                    "Preise März.txt",
                                    "42 Euro".getBytes(StandardCharsets.UTF_8))));
        pst.message(
                people,
                Map.of(
                        PstWriter.CLASS, "IPM.Contact",
                        PstWriter.NAME, "Eva Klein",
                        PstWriter.GIVEN_NAME, "Eva",
                        PstWriter.FAMILY_NAME, "Klein",
                        PstWriter.FIRST_ADDRESS, "eva@kundin.example"),
                List.of(),
                List.of());
        return pst.bytes();
    }
}
