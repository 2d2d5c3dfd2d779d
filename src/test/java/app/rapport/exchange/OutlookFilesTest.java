package app.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.conversations.mail.MailReader;
import app.rapport.conversations.mail.Mailbox;
import app.rapport.conversations.mail.ReadMail;
import app.rapport.exchange.files.FileItem;
import app.rapport.exchange.files.MailFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outlook's own files: single messages (.msg), and whole mailboxes (.pst). */
class OutlookFilesTest {
    private static final int SUBJECT = 0x0037;
    private static final int SUBMITTED = 0x0039;
    private static final int FROM_NAME = 0x0042;
    private static final int FROM_ADDRESS = 0x0065;
    private static final int HEADERS = 0x007d;
    private static final int BODY = 0x1000;
    private static final int HTML = 0x1013;
    private static final int MESSAGE_ID = 0x1035;
    private static final int CODE_PAGE = 0x3ffd;
    private static final Charset UTF_8 = StandardCharsets.UTF_8;
    private static final Instant AT = Instant.parse("2026-03-09T10:12:00Z");

    @TempDir Path folder;

    private Path msg(String name, MsgWriter.Content content) throws IOException {
        return MsgWriter.write(folder.resolve(name), content);
    }

    private static void offer(MsgWriter to) throws IOException {
        to.text(SUBJECT, "Angebot für März").text(BODY, "Guten Tag,\nhier das Angebot.");
        to.text(FROM_NAME, "Eva Klein").text(FROM_ADDRESS, "eva@kundin.example");
        to.time(SUBMITTED, AT).text(MESSAGE_ID, "<a1@kundin.example>");
        to.recipient(1, "Olga Owner", "olga@firm.example");
        to.recipient(2, "Kurz, Ida", "/O=FIRM/OU=EXCHANGE/CN=RECIPIENTS/CN=IKURZ");
        to.recipient(3, "", "blind@firm.example");
        to.attachment("Preise März.txt", "42 Euro".getBytes(UTF_8));
    }

    private static ReadMail only(Path file) throws IOException {
        List<FileItem> items = read(file);
        assertThat(items).hasSize(1);
        assertThat(items.getFirst().problem()).isEmpty();
        return MailReader.read(items.getFirst().content());
    }

    private static List<FileItem> read(Path file) throws IOException {
        List<FileItem> items = new ArrayList<>();
        MailFiles.each(file, file.getFileName().toString(), 0, items::add);
        return items;
    }

    @Test
    void a_message_that_never_left_outlook_is_built_from_its_properties() throws IOException {
        ReadMail mail = only(msg("offer.msg", OutlookFilesTest::offer));
        assertThat(mail.subject()).isEqualTo("Angebot für März");
        assertThat(mail.from()).contains(new Mailbox("Eva Klein", "eva@kundin.example"));
        assertThat(mail.to()).containsExactly(new Mailbox("Olga Owner", "olga@firm.example"));
        assertThat(mail.cc().getFirst().name()).isEqualTo("Kurz, Ida");
        assertThat(mail.cc().getFirst().isAddress()).isFalse();
        assertThat(mail.date()).contains(AT);
        assertThat(mail.messageId()).contains("a1@kundin.example");
        assertThat(mail.text()).contains("hier das Angebot");
        assertThat(mail.attachments()).hasSize(1);
        assertThat(mail.attachments().getFirst().name()).isEqualTo("Preise März.txt");
        assertThat(new String(mail.attachments().getFirst().content(), UTF_8)).isEqualTo("42 Euro");
    }

    @Test
    void what_its_header_said_on_the_way_goes_before_what_the_properties_say() throws IOException {
        String header =
                """
                Microsoft Mail Internet Headers Version 2.0
                Received: from a.example by b.example;
                \tMon, 9 Mar 2026 11:12:01 +0100
                From: Eva <eva@kundin.example>
                Date: Mon, 9 Mar 2026 11:12:00 +0100
                In-Reply-To: <q7@firm.example>
                Content-Type: multipart/alternative; boundary="lost"

                --lost
                X-Part: none of the header
                """;
        ReadMail mail =
                only(
                        msg(
                                "received.msg",
                                to -> {
                                    to.text(HEADERS, header).text(SUBJECT, "Re: Angebot");
                                    to.text(FROM_NAME, "Klein, Eva")
                                            .text(FROM_ADDRESS, "/O=X/CN=EVA");
                                    to.recipient(1, "Olga", "olga@firm.example");
                                    to.text(BODY, "Danke")
                                            .binary(HTML, "<p>Danke</p>".getBytes(UTF_8));
                                }));
        assertThat(mail.from()).contains(new Mailbox("Eva", "eva@kundin.example"));
        assertThat(mail.date()).contains(AT);
        assertThat(mail.references()).contains("q7@firm.example");
        assertThat(mail.subject()).isEqualTo("Re: Angebot");
        assertThat(mail.to()).containsExactly(new Mailbox("Olga", "olga@firm.example"));
        assertThat(mail.text().strip()).isEqualTo("Danke");
    }

    @Test
    void eight_bit_letters_are_of_its_code_page_when_they_can_be() throws IOException {
        byte[] russian = "Счёт".getBytes(Charset.forName("windows-1251"));
        byte[] german = "Grüße".getBytes(Charset.forName("windows-1252"));
        assertThat(
                        only(msg("1.msg", to -> to.number(CODE_PAGE, 1251).bytes(SUBJECT, russian)))
                                .subject())
                .isEqualTo("Счёт");
        assertThat(
                        only(msg("2.msg", to -> to.number(CODE_PAGE, 65001).bytes(SUBJECT, german)))
                                .subject())
                .isEqualTo("Grüße");
    }

    @Test
    void a_message_in_a_message_stays_one() throws IOException {
        ReadMail mail =
                only(
                        msg(
                                "outer.msg",
                                to -> to.text(SUBJECT, "Fwd").message(OutlookFilesTest::offer)));
        ReadMail inner = MailReader.read(mail.attachments().getFirst().content());
        assertThat(inner.subject()).isEqualTo("Angebot für März");
        assertThat(inner.attachments()).hasSize(1);
    }

    @Test
    void contacts_tasks_and_broken_files_say_why_they_are_no_mail() throws IOException {
        Path contact = msg("c.msg", to -> to.text(0x001a, "IPM.Contact").text(SUBJECT, "Eva"));
        assertThat(read(contact).getFirst().problem().orElseThrow()).contains("Outlook contact");
        byte[] whole = Files.readAllBytes(msg("whole.msg", OutlookFilesTest::offer));
        Path cut = Files.write(folder.resolve("cut.msg"), Arrays.copyOf(whole, 700));
        assertThat(read(cut)).hasSize(1);
        assertThat(read(cut).getFirst().problem().orElseThrow()).contains("damaged");
        Path nothing = Files.writeString(folder.resolve("not.pst"), "this is none");
        assertThat(read(nothing).getFirst().problem().orElseThrow()).contains("cannot be read");
    }

    @Test
    void a_mailbox_gives_its_messages_and_its_address_book() throws IOException {
        Path file = Files.write(folder.resolve("box.pst"), MadeMailbox.bytes());
        WholeReading whole = WholeReading.of(file);

        assertThat(read(file)).hasSize(5).allMatch(item -> item.problem().isEmpty());
        ReadMail mail = MailReader.read(read(file).getFirst().content());
        assertThat(mail.subject()).isEqualTo("Angebot 1 für März");
        assertThat(mail.from()).contains(new Mailbox("Eva Klein", "eva@kundin.example"));
        assertThat(mail.to()).containsExactly(new Mailbox("Olga Owner", "olga@firm.example"));
        assertThat(mail.cc()).containsExactly(new Mailbox("Ida", "ida@firm.example"));
        assertThat(mail.replyText()).isEqualTo("Guten Tag,\nhier das Angebot.");
        assertThat(mail.attachments().getFirst().name()).isEqualTo("Preise März.txt");
        assertThat(mail.attachments().getFirst().content()).isEqualTo("42 Euro".getBytes(UTF_8));
        assertThat(whole.items()).hasSize(6);
        assertThat(whole.items())
                .anyMatch(item -> item.startsWith("Contact") && item.contains("Eva"));
    }

    @Test
    void whole_days_stay_the_days_they_are_and_what_outlook_keeps_private_stays_so()
            throws IOException {
        PstWriter pst = new PstWriter();
        int calendar = pst.folder("Calendar", "IPF.Appointment");
        for (String midnight : List.of("2026-03-09T23:00:00Z", "2026-03-10T05:00:00Z"))
            pst.message(
                    calendar,
                    Map.of(
                            PstWriter.CLASS,
                            "IPM.Appointment",
                            PstWriter.SUBJECT,
                            "Fair " + midnight,
                            PstWriter.SENSITIVITY,
                            2,
                            PstWriter.WHOLE_DAYS,
                            1,
                            PstWriter.STARTS,
                            Instant.parse(midnight),
                            PstWriter.ENDS,
                            Instant.parse(midnight).plusSeconds(86_400)),
                    List.of(new PstWriter.Recipient(false, "Eva", "eva@kundin.example")),
                    List.of());

        WholeReading whole = WholeReading.of(Files.write(folder.resolve("c.pst"), pst.bytes()));

        assertThat(whole.items())
                .hasSize(2)
                .allMatch(item -> item.contains("occurrences=[2026-03-10T00:00:00Z]"))
                .allMatch(item -> item.contains("secret=true"));
    }

    @Test
    void a_mailbox_in_which_nothing_can_be_found_says_so() throws IOException {
        Path empty = Files.write(folder.resolve("empty.pst"), new PstWriter().bytes());
        assertThat(read(empty).getFirst().problem().orElseThrow()).contains("Nothing can be found");
    }

    @Test
    void wherever_a_mailbox_is_cut_or_scratched_something_is_said_and_nothing_stops()
            throws IOException {
        byte[] whole = MadeMailbox.bytes();
        Random chance = new Random(26);
        for (int i = 0; i < 120; i++) {
            byte[] bent =
                    i < 40 ? Arrays.copyOf(whole, whole.length * i / 40) : scratched(whole, chance);
            WholeReading reading = WholeReading.of(Files.write(folder.resolve("bent.pst"), bent));
            assertThat(reading.items()).as("bent %d", i).isNotEmpty();
            if (i < 40) assertThat(reading.problems()).as("cut %d", i).isNotEmpty();
        }
    }

    private static byte[] scratched(byte[] whole, Random chance) {
        byte[] bent = whole.clone();
        for (int n = 0; n < 6; n++)
            bent[1024 + chance.nextInt(bent.length - 1024)] ^= (byte) (1 + chance.nextInt(255));
        return bent;
    }

    @Test
    void a_rich_text_that_calls_itself_endless_is_damaged() throws IOException {
        byte[] bomb =
                ByteBuffer.allocate(24)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(20)
                        .putInt(Integer.MAX_VALUE)
                        .putInt(0x75465a4c)
                        .array();
        Path file = msg("bomb.msg", to -> to.text(SUBJECT, "Short").binary(0x1009, bomb));
        assertThat(read(file).getFirst().problem().orElseThrow()).contains("damaged");
    }
}
