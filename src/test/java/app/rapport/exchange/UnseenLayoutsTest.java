package app.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.exchange.model.Report;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports of programs that nobody told us of: every address in the file arrives. */
class UnseenLayoutsTest {
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");

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

    private static Report whole(String name, String content) {
        return whole(name, content, StandardCharsets.UTF_8);
    }

    private static Report whole(String name, String content, Charset charset) {
        Report report = in.bring(in.file(name, content, charset)).report();
        List<String> there =
                ADDRESS.matcher(content).results().map(MatchResult::group).distinct().toList();
        String arrived =
                String.join(
                        " ",
                        in.ask(
                                """
                                SELECT key FROM contact_point WHERE workspace_id = :workspace AND kind = 'mail'
                                UNION ALL SELECT key FROM account_point WHERE workspace_id = :workspace AND kind = 'mail'
                                UNION ALL SELECT notes FROM contact WHERE workspace_id = :workspace
                                """));
        assertThat(arrived).contains(there);
        assertThat(report.setAsideItems()).isEmpty();
        return report;
    }

    private static List<String> people() {
        return in.ask(
                """
                SELECT c.display_name || '|' || c.title || '|' || coalesce((SELECT name FROM account a WHERE a.workspace_id = c.workspace_id AND a.id = c.account_id), '')
                FROM contact c WHERE c.workspace_id = :workspace ORDER BY 1
                """);
    }

    @Test
    void zoho() {
        whole(
                "zoho.csv",
                """
                Record Id,Contact Owner.id,Contact Owner,Lead Source,First Name,Last Name,Account Name.id,Account Name,Email,Title,Department,Phone,Home Phone,Mobile,Fax,Date of Birth,Email Opt Out,Skype ID,Secondary Email,Mailing Street,Mailing City,Mailing Zip,Description,Created Time,Tag
                zcrm_481000001,zcrm_481000100,Nora Tarn,Web,Ines,Almeida,zcrm_481000050,Almeida & Filhos,ines@almeida.example,Owner,,+351 21 555 0101,,+351 91 555 0102,,1979-03-02,false,ines.a,ines.home@mail.example,Rua Nova 4,Lisboa,1200-001,Met at the fair,2021-05-01 10:00:00,dairy
                zcrm_481000002,zcrm_481000100,Nora Tarn,,,Okoye,,,okoye@lagos.example,,,,,,,,true,,,,,,,2021-05-02 10:00:00,
                """);
        assertThat(people()).containsExactly("Ines Almeida|Owner|Almeida & Filhos", "Okoye||Lagos");
    }

    @Test
    void mailchimp() {
        whole(
                "subscribed.csv",
                """
                "Email Address","First Name","Last Name",Address,"Phone Number",Birthday,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS
                petra@linden.example,Petra,Lindner,"Hauptstr. 5  Bonn  53111  DE",,05/17,2,"2020-01-02 03:04:05",,"2020-01-02 03:04:05",10.0.0.1,50.7,7.1,,,Europe/Berlin,de,nw,"2020-01-02 03:04:05",1,abc,,"\"\"news\"\",\"\"vip\"\""
                onlymail@firm.example,,,,,,2,"2020-01-02 03:04:05",,,,,,,,,,,"2020-01-02 03:04:05",2,abd,,
                """);
        assertThat(people())
                .hasSize(2)
                .anyMatch(person -> person.startsWith("Petra Lindner|"))
                .anyMatch(person -> person.toLowerCase(Locale.ROOT).startsWith("onlymail"));
    }

    @Test
    void outlook_com_in_german() {
        whole(
                "contacts.csv",
                "\uFEFF"
                        + """
                        Vorname;Zweiter Vorname;Nachname;Titel;Suffix;Firma;Abteilung;Position;Straße geschäftlich;Ort geschäftlich;Postleitzahl geschäftlich;Land/Region geschäftlich;Straße privat;Fax geschäftlich;Telefon geschäftlich;Telefon privat;Mobiltelefon;E-Mail-Adresse;E-Mail-Typ;E-Mail: Angezeigter Name;E-Mail 2: Adresse;E-Mail 3: Adresse;Geburtstag;Notizen;Webseite
                        Jörg;;Grünwald;Dr.;;Grünwald Käse GmbH;Einkauf;Leiter Einkauf;Am Markt 1;Ulm;89073;Deutschland;;;+49 731 555010;;+49 170 5550111;joerg@gruenwald.example;SMTP;Jörg Grünwald (joerg@gruenwald.example);j.privat@post.example;;17.05.1980;"Zeile 1
                        Zeile 2";https://gruenwald.example
                        """);
        assertThat(people()).containsExactly("Jörg Grünwald|Leiter Einkauf|Grünwald Käse GmbH");
    }

    @Test
    void freshsales_and_capsule() {
        whole(
                "fresh.csv",
                """
                Id,First name,Last name,Job title,Accounts,Emails,Work,Mobile,Address,City,Lifecycle stage,Sales owner,Created at
                70001,Femi,Ade,Head of kitchen,Ade Catering,femi@ade.example,+234 1 555 010,,1 Broad St,Lagos,Customer,Nora,2022-02-02
                """);
        whole(
                "capsule.csv",
                """
                Type,Title,First Name,Last Name,Organisation,Job Title,Created,Updated,Address Street,City,State,Postcode,Country,Phone Number,Work Phone,Email Address,Work Email,Home Email,Website,Tags
                Person,Ms,Sian,Rees,Rees Foods,Buyer,2020-01-01,2020-01-02,4 High St,Cardiff,,CF10 1AA,United Kingdom,,+44 29 2018 0000,,sian@rees.example,sian@home.example,,wales
                Organisation,,,,Rees Foods,,2020-01-01,2020-01-02,,,,,,,,office@rees.example,,,https://rees.example,
                """);
        assertThat(people())
                .contains("Femi Ade|Head of kitchen|Ade Catering", "Sian Rees|Buyer|Rees Foods");
    }

    /** As some telephones write them; no database keeps that sign. */
    @Test
    void a_card_with_the_sign_that_ends_a_text_comes_in_without_it() {
        whole(
                "telephone.vcf",
                """
                BEGIN:VCARD
                VERSION:3.0
                FN:Runa Holt
                EMAIL:runa@holt.example
                TZ:Europe/Oslo\u0000
                X-SPOUSE:Eli\u0000
                RELATED;VALUE=text:Eli\u0000 Holt
                GENDER:O;it is\u0000 private
                END:VCARD
                """);
        assertThat(people()).anyMatch(one -> one.startsWith("Runa Holt"));
    }

    @Test
    void apple_cards_with_labels_of_their_own() {
        whole(
                "apple.vcf",
                """
                BEGIN:VCARD
                VERSION:3.0
                PRODID:-//Apple Inc.//macOS 14.0//EN
                N:Sørensen;Liv;;;
                FN:Liv Sørensen
                ORG:Fjord Bakery;Purchasing
                TITLE:Baker
                EMAIL;type=INTERNET;type=WORK;type=pref:liv@fjord.example
                item1.EMAIL;type=INTERNET:liv.summer@house.example
                item1.X-ABLabel:Summer house
                item2.TEL:+45 33 55 50 10
                item2.X-ABLabel:_$!<Main>!$_
                item3.ADR;type=HOME:;;Bygade 2;Aarhus;;8000;Denmark
                item3.X-ABADR:dk
                item4.URL;type=pref:http\\://fjord.example
                item4.X-ABLabel:_$!<HomePage>!$_
                NOTE:First line\\nsecond line
                END:VCARD
                """);
        assertThat(people()).containsExactly("Liv Sørensen|Baker|Fjord Bakery");
        assertThat(
                        in.ask(
                                "SELECT label FROM contact_point WHERE workspace_id = :workspace AND key = 'liv.summer@house.example'"))
                .containsExactly("summer house");
    }

    @Test
    void bare_lists_of_addresses_in_any_form() {
        assertThat(whole("list.txt", "a.one@list.example\nb.two@list.example\n").read())
                .isEqualTo(2);
        whole("named.txt", "Ann Lee <ann@named.example>\n\"Bo, Jr.\" <bo@named.example>\n");
        whole("line.csv", "c.one@line.example;c.two@line.example;c.three@line.example\n");
        whole("pair.tsv", "Dora Pell\tdora@pair.example\nEli Pell\teli@pair.example\n");
    }

    @Test
    void a_letter_is_no_table() {
        Report report =
                in.bring(
                        "letter.txt",
                        "Dear Nora,\nthe 12 housings, as agreed, come on Friday.\nWrite to ida@letter.example, or call.\nIda\n");
        assertThat(report.read()).isZero();
        assertThat(report.skippedFiles()).containsExactly("letter.txt");
    }

    @Test
    void an_organisation_with_an_address_is_a_company_where_a_column_says_so() {
        in.bring(
                "capsule.csv",
                """
                Id,Type,Title,First Name,Last Name,Organisation,Job Title,Email Address,Phone Number
                11,Person,,Ida,Holm,Alder Mills,Buyer,ida@alder.example,+45 33 55 50 10
                12,Organisation,,,,Alder Mills,,office@alder.example,+45 33 55 50 11
                """);
        assertThat(people()).containsExactly("Ida Holm|Buyer|Alder Mills");
        assertThat(in.ask("SELECT name FROM account WHERE workspace_id = :workspace"))
                .containsExactly("Alder Mills");
    }

    @Test
    void marks_encodings_and_line_ends_of_spreadsheets() {
        whole(
                "semi.csv",
                "\uFEFFsep=;\r\nName;E-mail;Poznámka\r\n\"Žák; Jan\";jan@semi.example;\"má \"\"psa\"\"\r\na kočku\"\r\n");
        whole(
                "unicode.txt",
                "\uFEFFFull Name\tE-mail\tNotes\r\nŽofie Malá\tzofie@tab.example\tx\r\nÖmer Çelik\tomer@tab.example\ty\r\n",
                StandardCharsets.UTF_16LE);
        whole(
                "mac.csv",
                "Name,Email\rJürgen Groß,juergen@mac.example\rZoë Smith,zoe@mac.example\r",
                Charset.forName("windows-1252"));
        assertThat(people())
                .extracting(person -> person.substring(0, person.indexOf('|')))
                .contains("Žofie Malá", "Ömer Çelik", "Jürgen Groß", "Zoë Smith");
    }

    @Test
    void several_addresses_in_one_cell_and_addresses_in_odd_columns() {
        whole(
                "odd.csv",
                """
                Kunde,Ansprechpartner,Kontakt,Bemerkung
                Quillbrook Dairy,Marta Vesely,marta@odd.example; m.vesely@odd.example,call before noon
                Other Ltd,,mailto:Office@Odd.example,ask for Ben <ben@odd.example>
                """
                        .replace("Office@Odd", "office@odd"));
    }

    @Test
    void an_address_that_slipped_into_the_column_of_a_label() {
        whole(
                "google.csv",
                """
                Name,Given Name,E-mail 1 - Type,E-mail 1 - Value,Website 1 - Type,Website 1 - Value
                Ana,Ana,*,ana@row.example,,
                Jana,Jana,,*,jana@row.example,
                """);
    }
}
