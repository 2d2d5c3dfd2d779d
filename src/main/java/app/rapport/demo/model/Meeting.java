package app.rapport.demo.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A meeting in a seller's calendar, held or to come. */
public record Meeting(
        String id,
        int seller,
        Instant start,
        int minutes,
        String title,
        String place,
        List<Person> guests) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    public Meeting {
        guests = List.copyOf(guests);
    }

    /** A calendar file (RFC 5545) with these meetings. */
    public static String calendar(List<Meeting> meetings) {
        StringBuilder text =
                new StringBuilder(
                        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Fernhollow//made up//EN\r\n");
        meetings.forEach(meeting -> meeting.writeTo(text));
        return text.append("END:VCALENDAR\r\n").toString();
    }

    private void writeTo(StringBuilder text) {
        Seller host = Seller.ALL.get(seller);
        text.append("BEGIN:VEVENT\r\nUID:")
                .append(id)
                .append("\r\nDTSTAMP:")
                .append(TIME.format(start.minus(Duration.ofDays(9))))
                .append("\r\nDTSTART:")
                .append(TIME.format(start))
                .append("\r\nDTEND:")
                .append(TIME.format(start.plus(Duration.ofMinutes(minutes))))
                .append("\r\nSUMMARY:")
                .append(title)
                .append("\r\nLOCATION:")
                .append(place)
                .append("\r\nORGANIZER;CN=")
                .append(host.name())
                .append(":mailto:")
                .append(host.address())
                .append("\r\n");
        guests.forEach(guest ->
                text.append("ATTENDEE;CN=")
                        .append(guest.name())
                        .append(";PARTSTAT=ACCEPTED:mailto:")
                        .append(guest.address())
                        .append("\r\n"));
        text.append("END:VEVENT\r\n");
    }
}
