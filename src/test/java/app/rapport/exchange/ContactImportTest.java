package app.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.exchange.model.Report;
import app.rapport.kernel.ImportId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contact tables and cards on their way in. */
class ContactImportTest {
    @TempDir static Path folder;
    private static Bringing in;

    @BeforeAll
    static void start() {
        in = new Bringing(folder);
    }

    @AfterAll
    static void end() {
        in.close();
    }

    @BeforeEach
    void freshWorkspace() {
        in.fresh();
    }

    @Test
    void rows_become_people_and_their_companies() {
        Report report =
                in.bring(
                        "people.csv",
                        """
                        First name,Last name,Email,Phone,Company,Job title,Shoe size
                        Marta,Vesely,marta@quillbrook.example,+420 777 123 456,Quillbrook Dairy,Buyer,38
                        Amina,Diallo,amina@quillbrook.example,,Quillbrook Dairy,Head of sales,
                        """);

        assertThat(report.read()).isEqualTo(2);
        assertThat(report.stored()).isEqualTo(2);
        assertThat(report.contacts()).isEqualTo(new Report.Changes(2, 0));
        assertThat(report.accounts()).isEqualTo(new Report.Changes(1, 0));
        assertThat(in.everything())
                .contains(
                        "contact Marta Vesely|Marta|Buyer||{}|{\"Shoe size\": \"38\"}|Quillbrook Dairy",
                        "point phone +420777123456");
    }

    @Test
    void signs_that_mean_something_to_a_database_come_in_as_they_are_written() {
        in.bring(
                "people.csv",
                """
                Name,Email,Tags,Job title,Shoe size
                Marta {NULL} Vesely,marta@quillbrook.example,"a \"\"b\"\", c\\d, {e}, NULL",\\N,"{""a"": 1}"
                """);

        assertThat(in.everything())
                .contains(
                        "contact Marta {NULL} Vesely||\\N||{\"a \\\"b\\\"\",\"c\\\\d\",\"{e}\",\"NULL\"}|{\"Shoe size\": \"{\\\"a\\\": 1}\"}|Quillbrook");
    }

    @Test
    void the_same_import_again_changes_nothing() {
        String rows =
                """
                First name,Last name,Email,Company
                Marta,Vesely,marta@quillbrook.example,Quillbrook Dairy
                Jan,Novak,,Quillbrook Dairy
                ,,info@other.example,
                """;
        in.bring("people.csv", rows);
        var before = in.everything();

        Report again = in.bring("copy.csv", rows);

        assertThat(again.alreadyKnown()).isEqualTo(3);
        assertThat(again.stored()).isZero();
        assertThat(again.contacts()).isEqualTo(new Report.Changes(0, 0));
        assertThat(in.everything()).isEqualTo(before);
    }

    @Test
    void a_mailbox_or_workbook_that_is_damaged_keeps_no_other_file_from_being_read()
            throws IOException {
        byte[] whole = MadeMailbox.bytes();
        Path cut =
                Files.write(folder.resolve("cut.pst"), Arrays.copyOf(whole, whole.length - 9_000));
        Path box = Files.write(folder.resolve("box.pst"), whole);
        Path sheet = Files.write(folder.resolve("a.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0, 0});
        Path table =
                Files.writeString(folder.resolve("some.csv"), "Name,Email\nIda,ida@x.example\n");
        Path card =
                Files.writeString(
                        folder.resolve("z.vcf"),
                        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jan Novak\r\nEND:VCARD\r\n");

        Report report = in.bring(sheet, table, cut, box, card).report();

        assertThat(report.setAsideItems())
                .extracting(Report.SetAside::source)
                .anyMatch(source -> source.equals("a.xlsx"))
                .anyMatch(source -> source.startsWith("cut.pst"));
        assertThat(report.read())
                .isEqualTo(report.stored() + report.alreadyKnown() + report.setAside());
        assertThat(in.everything())
                .anyMatch(line -> line.startsWith("contact Ida|"))
                .anyMatch(line -> line.startsWith("contact Eva Klein|"))
                .anyMatch(line -> line.startsWith("contact Jan Novak|"));
    }

    @Test
    void the_very_same_row_twice_in_one_file_is_known_the_second_time() {
        Report report =
                in.bring(
                        "people.csv",
                        "First name,Last name,Title\nJan,Novak,Buyer\nJan,Novak,Buyer\n");
        assertThat(report.stored()).isEqualTo(1);
        assertThat(report.alreadyKnown()).isEqualTo(1);
    }

    @Test
    void two_rows_of_one_name_without_a_common_key_are_two_people() {
        Report report =
                in.bring(
                        "people.csv",
                        "First name,Last name,Title\nJan,Novak,Buyer\nJan,Novak,Seller\n");
        assertThat(report.contacts().created()).isEqualTo(2);
    }

    @Test
    void the_same_address_joins_fills_what_is_empty_and_extends_lists() {
        in.bring(
                "a.csv",
                "Name,Email,Phone\nMarta Vesely,Marta@Quillbrook.example,+420 777 123 456\n");
        Report report =
                in.bring(
                        "b.csv",
                        "Name,Email,Phone,Job title,Tags\nMarta Vesely,marta@quillbrook.example,+420 777 999 999,Buyer,fair;vip\n");

        assertThat(report.contacts()).isEqualTo(new Report.Changes(0, 1));
        assertThat(in.everything())
                .contains("point phone +420777123456", "point phone +420777999999")
                .anyMatch(line -> line.startsWith("contact Marta Vesely||Buyer||{fair,vip}"));
    }

    @Test
    void what_a_person_wrote_stays_and_what_an_import_wrote_gives_way_with_history() {
        in.bring(
                "a.csv",
                "Name,Email,Job title\nMarta Vesely,marta@q.example,Buyer\nJan Novak,jan@q.example,Cook\n");
        in.change(
                """
                UPDATE contact SET title = 'Chef' WHERE workspace_id = :workspace AND title = 'Cook'
                """);
        in.change(
                """
                INSERT INTO field_change (workspace_id, id, subject_id, field, old_value, new_value, at, member_id)
                SELECT workspace_id, gen_random_uuid(), id, 'title', 'Cook', 'Chef', now(), (SELECT id FROM member WHERE workspace_id = :workspace LIMIT 1)
                FROM contact WHERE workspace_id = :workspace AND title = 'Chef'
                """);

        in.bring(
                "b.csv",
                "Name,Email,Job title\nMarta Vesely,marta@q.example,Director\nJan Novak,jan@q.example,Waiter\n");

        assertThat(
                        in.ask(
                                "SELECT title FROM contact WHERE workspace_id = :workspace ORDER BY title"))
                .containsExactly("Chef", "Director");
        assertThat(
                        in.ask(
                                "SELECT old_value || ' > ' || new_value FROM field_change WHERE workspace_id = :workspace AND import_id IS NOT NULL"))
                .containsExactly("Buyer > Director");
    }

    @Test
    void companies_are_read_before_the_people_who_name_their_ids_however_they_are_given() {
        Path people =
                in.file(
                        "p.csv",
                        "Id,AccountId,LastName,FirstName,Email\n003A00000001,001A00000009,Vesely,Marta,marta@free.example\n");
        Path companies =
                in.file(
                        "c.csv",
                        "Id,Name,BillingCity,Website,Industry,OwnerId\n001A00000009,Quillbrook Dairy,Brno,quillbrook.example,Food,005\n");

        in.bring(people, companies);

        assertThat(in.everything())
                .anyMatch(line -> line.startsWith("contact") && line.endsWith("|Quillbrook Dairy"));
    }

    @Test
    void a_company_that_comes_in_a_later_file_finds_its_people() {
        in.bring(
                "p.csv",
                "Id,AccountId,LastName,FirstName,Email\n003A00000001,001A00000009,Vesely,Marta,marta@gmail.com\n");
        in.bring(
                "c.csv",
                "Id,Name,BillingCity,Website,Industry,OwnerId\n001A00000009,Quillbrook Dairy,Brno,quillbrook.example,Food,005\n");

        assertThat(in.everything())
                .anyMatch(line -> line.startsWith("contact") && line.endsWith("|Quillbrook Dairy"));
    }

    @Test
    void odd_encodings_and_separators_are_read() {
        assertThat(
                        in.bring(
                                        in.file(
                                                "a.csv",
                                                "Name;Email\nJürgen Groß;j@a.example\n",
                                                Charset.forName("windows-1252")))
                                .report()
                                .stored())
                .isEqualTo(1);
        assertThat(
                        in.bring(
                                        in.file(
                                                "b.csv",
                                                "Name\tEmail\nŽofie Malá\tz@a.example\n",
                                                StandardCharsets.UTF_16))
                                .report()
                                .stored())
                .isEqualTo(1);
        assertThat(
                        in.bring(
                                        "c.csv",
                                        "\uFEFF\"Name\",\"Email\"\n\"Ann\nLee\",\"ann@a.example\"\n")
                                .stored())
                .isEqualTo(1);
        assertThat(in.bring("d.csv", "bare@a.example\nother@a.example\n").stored()).isEqualTo(2);
        assertThat(in.bring("e.csv", "Name,Email\n").read()).isZero();
        assertThat(in.everything())
                .anyMatch(line -> line.startsWith("contact Jürgen Groß"))
                .anyMatch(line -> line.startsWith("contact Žofie Malá"));
    }

    @Test
    void an_empty_file_and_one_of_no_known_form_are_skipped() {
        assertThat(in.bring("empty.csv", "").skippedFiles()).containsExactly("empty.csv");
        assertThat(in.bring("page.html", "<p>hello</p>").skippedFiles())
                .containsExactly("page.html");
    }

    @Test
    void cards_and_rows_join_by_address() {
        in.bring("a.csv", "Name,Email\nMarta Vesely,marta@q.example\n");
        Report report =
                in.bring(
                        "a.vcf",
                        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Marta Vesely\r\nN:Vesely;Marta;;;\r\nEMAIL:marta@q.example\r\nTITLE:Buyer\r\nEND:VCARD\r\n");
        assertThat(report.contacts()).isEqualTo(new Report.Changes(0, 1));
    }

    @Test
    void a_dry_run_reports_the_same_and_stores_nothing() {
        StringBuilder rows = new StringBuilder("Name,Email,Company\n");
        for (int i = 0; i < 4_500; i++)
            rows.append(
                    "Person %d,p%d@firm%d.example,Firm %d\n"
                            .formatted(i, i % 4_000, i % 50, i % 50));
        Path file = in.file("many.csv", rows.toString());

        Report tried = in.tryOut(file);

        assertThat(in.everything()).isEmpty();
        assertThat(in.ask("SELECT id FROM import WHERE workspace_id = :workspace")).isEmpty();
        assertThat(in.bring(file).report()).isEqualTo(tried);
        assertThat(tried.read()).isEqualTo(4_500);
    }

    @Test
    void the_first_sheet_of_a_workbook_is_a_table() throws IOException {
        Path file = folder.resolve("people.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Rapport", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("People");
            String[] headers = {"First name", "Last name", "Email", "Phone", "Birthday"};
            for (int i = 0; i < headers.length; i++) sheet.value(0, i, headers[i]);
            sheet.value(1, 0, "Marta");
            sheet.value(1, 1, "Vesely");
            sheet.value(1, 2, "marta@q.example");
            sheet.value(1, 3, 420777123456L);
            sheet.value(1, 4, LocalDate.of(1980, 5, 17));
            sheet.style(1, 4).format("yyyy-mm-dd").set();
        }

        Report report = in.bring(file).report();

        assertThat(report.stored()).isEqualTo(1);
        assertThat(
                        in.ask(
                                "SELECT birthday || ' ' || given_name FROM contact WHERE workspace_id = :workspace"))
                .containsExactly("1980-05-17 Marta");
        assertThat(in.everything())
                .anyMatch(line -> line.startsWith("point phone") && line.endsWith("420777123456"));
    }

    @Test
    void a_zip_takes_all_kinds_and_a_folder_its_mail_only() throws IOException {
        Path mixed = Files.createDirectories(folder.resolve("mixed"));
        String mail =
                "From: Marta <marta@q.example>\nTo: o@firm.example\nSubject: Milk\nDate: Mon, 6 May 2024 10:00:00 +0000\n\nHello\n";
        Files.writeString(mixed.resolve("a.eml"), mail);
        Files.writeString(mixed.resolve("people.csv"), "Name,Email\nJan,jan@q.example\n");
        Path zip = folder.resolve("mixed.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String[] entry :
                    new String[][] {
                        {"mail/a.eml", mail},
                        {"people.csv", "Name,Email\nJan,jan@q.example\n"},
                        {
                            "cards.vcf",
                            "BEGIN:VCARD\nVERSION:3.0\nFN:Amina\nEMAIL:amina@q.example\nEND:VCARD\n"
                        },
                        {"notes.html", "<p>no"}
                    }) {
                out.putNextEntry(new ZipEntry(entry[0]));
                out.write(entry[1].getBytes(StandardCharsets.UTF_8));
            }
        }

        Report ofFolder = in.bring(mixed).report();
        assertThat(ofFolder.read()).isEqualTo(1);
        assertThat(ofFolder.skippedFiles()).containsExactly("people.csv");
        Report ofZip = in.bring(zip).report();
        assertThat(ofZip.read()).isEqualTo(3);
        assertThat(ofZip.stored()).isEqualTo(2);
        assertThat(ofZip.alreadyKnown()).isEqualTo(1);
        assertThat(ofZip.skippedFiles()).containsExactly("mixed.zip!notes.html");
    }

    @Test
    void an_import_that_was_cut_short_goes_on_none_lost_none_twice() {
        StringBuilder rows = new StringBuilder("Name,Email,Company\n");
        StringBuilder cards = new StringBuilder();
        for (int i = 0; i < 4_500; i++)
            rows.append("Person %1$d,p%1$d@firm%2$d.example,Firm %2$d\n".formatted(i, i % 50));
        for (int i = 0; i < 30; i++)
            cards.append(
                    "BEGIN:VCARD\nVERSION:3.0\nFN:Card %1$d\nEMAIL:c%1$d@firm.example\nEND:VCARD\n"
                            .formatted(i));

        ImportId id =
                in.cutShort(
                        in.file("many.csv", rows.toString()),
                        in.file("some.vcf", cards.toString()));
        assertThat(in.ask("SELECT count(*) FROM contact WHERE workspace_id = :workspace"))
                .containsExactly("2000");
        Report report = in.goOn(id);

        assertThat(report.read()).isEqualTo(4_530);
        assertThat(report.stored()).isEqualTo(4_530);
        assertThat(report.contacts()).isEqualTo(new Report.Changes(4_530, 0));
        assertThat(
                        in.ask(
                                "SELECT count(*) || ' ' || count(DISTINCT display_name) FROM contact WHERE workspace_id = :workspace"))
                .containsExactly("4530 4530");
        assertThat(
                        in.ask(
                                "SELECT count(*) || ' ' || max(item) FROM import_item WHERE workspace_id = :workspace"))
                .containsExactly("4530 4529");
    }

    @Test
    void a_company_never_stands_above_itself_however_far_up() {
        String head = "Company name,Company domain name,Industry,Parent company\n";
        in.bring("a.csv", head + "Alpha,alpha.example,Food,Beta\nBeta,beta.example,Food,Gamma\n");

        in.bring(
                "b.csv", head + "Gamma,gamma.example,Food,Alpha\nDelta,delta.example,Food,Delta\n");

        assertThat(
                        in.ask(
                                """
                                SELECT a.name || ' < ' || coalesce(p.name, '') || ' ' || a.extra FROM account a
                                LEFT JOIN account p ON p.workspace_id = a.workspace_id AND p.id = a.parent_id
                                WHERE a.workspace_id = :workspace ORDER BY 1
                                """))
                .containsExactly(
                        "Alpha < Beta {}",
                        "Beta < Gamma {}",
                        "Delta <  {\"Parent company\": \"Delta\"}",
                        "Gamma <  {\"Parent company\": \"Alpha\"}");
    }

    @Test
    void archives_in_an_archive_give_their_tables_too() throws IOException {
        byte[] inner =
                zip(
                        Map.of(
                                "people.csv",
                                "Name,Email\nJan,jan@q.example\n"
                                        .getBytes(StandardCharsets.UTF_8)));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(
                    "Name,Email\nAmina,amina@q.example\n,\nx,\n".getBytes(StandardCharsets.UTF_8));
        }
        Path outer = folder.resolve("outer.zip");
        Files.write(outer, zip(Map.of("inner.zip", inner, "more.csv.gz", packed.toByteArray())));

        Report report = in.bring(outer).report();

        assertThat(report.read()).isEqualTo(3);
        assertThat(in.everything())
                .contains("point mail jan@q.example", "point mail amina@q.example");
        assertThat(
                        in.ask(
                                "SELECT DISTINCT source FROM import_item WHERE workspace_id = :workspace ORDER BY 1"))
                .containsExactly("outer.zip!inner.zip!people.csv", "outer.zip!more.csv.gz");
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
