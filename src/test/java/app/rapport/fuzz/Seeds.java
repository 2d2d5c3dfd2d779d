package app.rapport.fuzz;

import app.rapport.exchange.MadeMailbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Files in order, to be bent: a few of our own, and those of a folder where there is one. */
final class Seeds {
    private static final int LONGEST = 60_000;
    private static final int MOST = 500;

    private Seeds() {}

    /** Of a kind that is not packed, or a workbook. */
    static List<byte[]> made(Kind kind) {
        return switch (kind) {
            case MAIL, ZIP -> texts(PLAIN, PARTS, BOUNCE, INVITATION);
            case MBOX, GZIP -> texts(FROM + PLAIN + "\n" + FROM + PARTS + "\n" + FROM + BOUNCE);
            case CSV -> texts(TABLE, TABLE.replace(',', ';').replace("\n", "\r\n"));
            case XLSX -> List.of(workbook());
            case CARDS -> texts(CARD + CARD_OLD);
            case CALENDAR -> texts(CALENDAR);
            case OUTLOOK -> List.of(MadeMailbox.bytes());
        };
    }

    static List<byte[]> below(Path folder, Kind kind) {
        String suffix =
                switch (kind) {
                    case ZIP -> ".eml";
                    case GZIP -> ".mbox";
                    default -> "." + kind.suffix();
                };
        List<byte[]> seeds = new ArrayList<>(made(kind));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(Files::isRegularFile)
                            .filter(one -> one.toString().toLowerCase(Locale.ROOT).endsWith(suffix))
                            .sorted()
                            .limit(MOST)
                            .toList()) seeds.add(start(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return seeds.stream().filter(seed -> seed.length > 0).toList();
    }

    private static byte[] start(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(file.toString().endsWith(".xlsx") ? 2 * LONGEST : LONGEST);
        }
    }

    private static List<byte[]> texts(String... texts) {
        return Stream.of(texts).map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    }

    private static byte[] workbook() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Rapport", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("People");
            List<String> head = List.of("Name", "Email", "Phone", "Born");
            for (int i = 0; i < head.size(); i++) sheet.value(0, i, head.get(i));
            for (int row = 1; row < 30; row++) {
                sheet.value(row, 0, "Ida Holm " + row);
                sheet.value(row, 1, "ida" + row + "@holm.example");
                sheet.value(row, 2, 4_670_000_000L + row);
                sheet.value(row, 3, 33_000.5 + row);
                sheet.style(row, 3).format("yyyy-mm-dd").set();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static final String FROM = "From ida@holm.example Mon Mar  9 10:12:00 2026\n";

    private static final String PLAIN =
            """
            Message-ID: <one@holm.example>
            From: =?utf-8?q?Ida_H=C3=B6lm?= <ida@holm.example>
            To: "Owner, Olga" <olga@firm.example>, Team: a@firm.example, b@firm.example;
            Cc: c@firm.example (the third)
            Date: Mon, 9 Mar 2026 10:12:00 +0100
            Subject: Re: The grain =?iso-8859-1?b?cHJpY2Vz?=
            References: <zero@firm.example> <half@firm.example>
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Could you send me the prices by Friday? Gr=C3=BC=C3=9Fe

            On Mon, 9 Mar 2026 at 09:00, Olga Owner wrote:
            > Shall we talk about grain?
            >> Older words

            --
            Ida Holm
            +46 70 000 00 00
            """;

    private static final String PARTS =
            """
            Message-ID: <two@holm.example>
            From: ida@holm.example
            To: olga@firm.example
            Date: Tue, 10 Mar 2026 10:12:00 GMT
            Subject: Two forms
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="outer"

            --outer
            Content-Type: multipart/alternative; boundary=inner

            --inner
            Content-Type: text/plain; charset=iso-8859-1

            Hello, here it is.
            --inner
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: base64

            PGh0bWw+PGJvZHk+PHA+SGVsbG8sIGhlcmUgPGI+aXQ8L2I+IGlzLjwvcD48YmxvY2txdW90ZT5vbGQ8L2Jsb2NrcXVvdGU+PC9ib2R5PjwvaHRtbD4=
            --inner--
            --outer
            Content-Type: application/pdf; name*0*=utf-8''of; name*1*=fer.pdf
            Content-Disposition: attachment; filename="=?utf-8?q?offer.pdf?="
            Content-Transfer-Encoding: base64

            JVBERi0xLjQK
            --outer
            Content-Type: message/rfc822

            From: third@holm.example
            Subject: Inside

            The mail inside.
            --outer--
            """;

    private static final String BOUNCE =
            """
            From: MAILER-DAEMON@mx.example
            To: olga@firm.example
            Date: Wed, 11 Mar 2026 10:12:00 +0000
            Subject: Undelivered Mail Returned to Sender
            Content-Type: multipart/report; report-type=delivery-status; boundary=r

            --r
            Content-Type: text/plain

            The mail could not be delivered: 550 5.1.1 user unknown
            --r
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example

            Final-Recipient: rfc822; gone@holm.example
            Action: failed
            Status: 5.1.1
            --r
            Content-Type: text/rfc822-headers

            Subject: Hello
            --r--
            """;

    private static final String INVITATION =
            """
            From: ida@holm.example
            To: olga@firm.example
            Subject: Invitation
            Content-Type: text/calendar; method=REQUEST; charset=utf-8

            BEGIN:VCALENDAR
            METHOD:REQUEST
            BEGIN:VEVENT
            UID:m1@holm.example
            DTSTART:20260312T100000Z
            END:VEVENT
            END:VCALENDAR
            """;

    private static final String TABLE =
            """
            First Name,Last Name,E-mail,Phone,Company,Birthday,Notes,Tags
            Ida,Holm,ida@holm.example,+46 70 000 00 00,Holm AB,1980-02-03,"Likes ""grain"", and
            two lines",a;b
            Per,Berg,per@berg.example,0046700000001,Berg KB,03/04/1981,,
            "Odd"quote,Name,odd@berg.example,,Berg KB,,"never closed,
            Eva,Lind,eva@lind.example,070-1,"Lind, Sons",31.12.1979,=cmd,x
            """;

    private static final String CARD =
            """
            BEGIN:VCARD
            VERSION:4.0
            FN:Ida Holm
            N:Holm;Ida;;;
            EMAIL;TYPE=work:ida@holm.example
            TEL;TYPE=cell:+46 70 000 00 00
            ORG:Holm AB;Sales
            BDAY:--0203
            ADR:;;Street 1;Town;;12345;Sweden
            NOTE:A note\\, folded
              here
            PHOTO:data:image/png;base64,iVBORw0KGgo=
            END:VCARD
            """;

    private static final String CARD_OLD =
            """
            BEGIN:VCARD
            VERSION:2.1
            N;CHARSET=utf-8;ENCODING=QUOTED-PRINTABLE:H=C3=B6lm;Per
            TEL;HOME:070
            AGENT:
            BEGIN:VCARD
            VERSION:2.1
            FN:His agent
            END:VCARD
            END:VCARD
            """;

    private static final String CALENDAR =
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            BEGIN:VTIMEZONE
            TZID:Here
            BEGIN:STANDARD
            DTSTART:19701025T030000
            RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            END:STANDARD
            END:VTIMEZONE
            BEGIN:VEVENT
            UID:one@holm.example
            DTSTART;TZID=Here:20260302T090000
            DURATION:PT1H
            RRULE:FREQ=WEEKLY;BYDAY=MO,TU;UNTIL=20261231T000000Z
            EXDATE;TZID=Here:20260309T090000
            SUMMARY:Weekly
            ORGANIZER;CN=Ida Holm:mailto:ida@holm.example
            ATTENDEE;PARTSTAT=ACCEPTED;CN="Olga, Owner":mailto:olga@firm.example
            END:VEVENT
            BEGIN:VEVENT
            UID:one@holm.example
            RECURRENCE-ID;TZID=Here:20260316T090000
            DTSTART;TZID=Here:20260316T110000
            SUMMARY:Moved
            END:VEVENT
            BEGIN:VEVENT
            UID:two@holm.example
            DTSTART;VALUE=DATE:20260401
            RDATE;VALUE=DATE:20260402,20260403
            END:VEVENT
            END:VCALENDAR
            """;
}
