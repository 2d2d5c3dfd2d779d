package app.rapport.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.exchange.WholeReading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bent files found, each made small. */
class FoundByFuzzTest {
    private static final String BOUNCE =
            """
            From: MAILER-DAEMON@mx.example
            Subject: Undelivered Mail Returned to Sender
            Content-Type: multipart/report; report-type=delivery-status; boundary=r

            --r
            Content-Type: message/delivery-status

            Final-Recipient: rfc822; gone@holm.example
            Status: 5.1.1
            --r
            Content-Type: text/rfc822-headers

            From: Ida <ida@%s>
            --r--
            """;

    @TempDir Path folder;

    @Test
    void a_long_word_is_searched_for_addresses_once() {
        read(Kind.CSV, "Note,Text\nx," + "a".repeat(120_000) + Kind.CSV.last());
    }

    @Test
    void addresses_that_touch_are_found_as_before() throws IOException {
        Path table =
                Files.writeString(folder.resolve("two.csv"), "Name,E-mail\nIda,a@b.cc!!d@e.fr\n");
        assertThat(WholeReading.of(table).items())
                .singleElement()
                .asString()
                .contains("a@b.cc", "!!d@e.fr");
    }

    @Test
    void quotes_that_open_and_never_close_in_one_long_row_cost_no_minutes() {
        read(Kind.CSV, "Name,Email\n" + "\"a,".repeat(20_000) + Kind.CSV.last());
    }

    @Test
    void a_row_of_seventy_thousand_cells_is_a_row_as_another() {
        read(Kind.CSV, "Name,Email\n" + "x\n".repeat(90) + ",".repeat(70_000) + Kind.CSV.last());
    }

    @Test
    void what_stands_behind_four_thousand_cells_is_kept_as_one() throws IOException {
        Path table =
                Files.writeString(
                        folder.resolve("wide.csv"),
                        "Name,Email\nIda,ida@holm.example" + ",a".repeat(5_000) + ",the end\n");
        assertThat(WholeReading.of(table).items())
                .singleElement()
                .asString()
                .contains("a,a,a,the end", "more than 4,096 cells");
    }

    @Test
    void a_row_that_never_ends_is_set_aside_and_the_next_one_read() throws IOException {
        Path table =
                Files.writeString(
                        folder.resolve("long.csv"),
                        "Name,Email\n" + "x".repeat(9_000_000) + "\nIda,ida@holm.example\n");
        WholeReading reading = WholeReading.of(table);
        assertThat(reading.items()).hasSize(2);
        assertThat(reading.items().getLast()).startsWith("Contact").contains("ida@holm");
        assertThat(reading.problems()).singleElement().asString().contains("four million");
    }

    @Test
    void parts_that_lie_in_each_other_a_thousand_deep_are_not_read_a_thousand_times() {
        StringBuilder nested = new StringBuilder();
        for (int i = 0; i < 1_000; i++)
            nested.append(
                    "Content-Type: multipart/mixed; boundary=b%1$d\n\n--b%1$d\n".formatted(i));
        read(Kind.MAIL, nested + "\n" + "a line of its own\n".repeat(100_000));
    }

    @Test
    void an_entry_of_a_zip_is_no_longer_than_its_directory_says() throws IOException {
        byte[] zip = zipOfThree(new byte[3_000_000]);
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        for (int at = text.indexOf("PK\1\2"); at >= 0; at = text.indexOf("PK\1\2", at + 1))
            Arrays.fill(zip, at + 24, at + 28, (byte) 1); // 16,843,009 bytes are fewer for none
        int first = text.indexOf("PK\1\2");
        Arrays.fill(zip, first + 24, first + 28, (byte) 0);
        zip[first + 25] = 4; // 1,024 bytes
        WholeReading reading = WholeReading.of(Files.write(folder.resolve("more.zip"), zip));

        assertThat(reading.items()).allMatch(item -> item.length() <= 1_024);
        assertThat(reading.problems()).anyMatch(problem -> problem.contains("longer than"));
    }

    @Test
    void a_run_of_blanks_in_an_address_is_looked_at_once() {
        read(
                Kind.MAIL,
                "From: <a"
                        + " ".repeat(60_000)
                        + "b@holm.example>\nTo: x"
                        + "\"'".repeat(30_000)
                        + "y@holm.example\n\nHello\n");
    }

    @Test
    void a_domain_of_fifty_thousand_labels_needs_no_more_stack_than_another() {
        read(Kind.MAIL, BOUNCE.formatted("a.".repeat(50_000) + "example"));
    }

    @Test
    void a_series_in_a_fiftieth_month_keeps_its_first_time() throws IOException {
        Path calendar =
                Files.writeString(
                        folder.resolve("odd.ics"),
                        event("RRULE:FREQ=YEARLY;BYMONTH=50;BYDAY=-1SU"));
        assertThat(WholeReading.of(calendar).items())
                .singleElement()
                .asString()
                .startsWith("Meeting");
    }

    @Test
    void a_thousand_series_of_every_second_hold_up_no_import() {
        read(Kind.CALENDAR, event("RRULE:FREQ=SECONDLY").repeat(1_000) + Kind.CALENDAR.last());
    }

    @Test
    void a_report_that_quotes_itself_a_thousand_times_is_not_read_a_thousand_times() {
        read(
                Kind.MAIL,
                "From: MAILER-DAEMON <>\nSubject: Mail delivery failed\n\nThere was an error.\n"
                        + "\nReceived: from rootreason/mailererror\n\nMessage headers follow.\n"
                                .repeat(1_000));
    }

    @Test
    void a_run_of_zero_bytes_does_not_hide_the_events_behind_it() throws IOException {
        Path calendar =
                Files.writeString(
                        folder.resolve("zeros.ics"),
                        "BEGIN:VCALENDAR\r\n"
                                + "\0".repeat(5_000)
                                + "\r\n"
                                + event("SUMMARY:Still here"));
        assertThat(WholeReading.of(calendar).items())
                .singleElement()
                .asString()
                .contains("Still here");
    }

    @Test
    void an_event_of_three_thousand_rules_is_no_series() {
        read(
                Kind.CALENDAR,
                event("RRULE:FREQ=SECONDLY\r\n".repeat(3_000).strip()) + Kind.CALENDAR.last());
    }

    @Test
    void a_zip_that_is_damaged_between_its_mails_says_that_some_are_missing() throws IOException {
        byte[] zip = zipOfThree(bytes("From: ida@holm.example\n\nHello\n"));
        int second = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\3\4", 4);
        zip[second] = 'X';
        WholeReading reading = WholeReading.of(Files.write(folder.resolve("three.zip"), zip));

        assertThat(reading.items()).hasSize(2); // the first mail, and what stands for the others
        assertThat(reading.problems()).singleElement().asString().contains("damaged");
    }

    @Test
    void a_zip_without_its_directory_says_that_it_is_not_whole() throws IOException {
        byte[] zip = zipOfThree(bytes("From: ida@holm.example\n\nHello\n"));
        int directory = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        WholeReading reading =
                WholeReading.of(
                        Files.write(folder.resolve("cut.zip"), Arrays.copyOf(zip, directory)));

        assertThat(reading.items()).hasSize(4);
        assertThat(reading.problems()).singleElement().asString().contains("damaged");
    }

    private static byte[] zipOfThree(byte[] mail) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : List.of("one.eml", "two.eml", "three.eml")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(mail);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String event(String rule) {
        return "BEGIN:VEVENT\r\nUID:x\r\nDTSTART:20100309T101200Z\r\n%s\r\nEND:VEVENT\r\n"
                .formatted(rule);
    }

    private void read(Kind kind, String text) {
        Bent bent = new Bent(kind, text.getBytes(StandardCharsets.UTF_8), false);
        assertThat(Trial.of(bent, folder).fault()).isEmpty();
    }
}
