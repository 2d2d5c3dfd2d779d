package app.rapport.exchange.outlook;

import static app.rapport.exchange.outlook.PstMail.said;

import app.rapport.exchange.outlook.StoredMail.Recipient;
import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Attendee;
import biweekly.property.Classification;
import biweekly.property.Organizer;
import biweekly.property.Status;
import com.pff.PSTAppointment;
import com.pff.PSTException;
import com.pff.PSTObject;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HexFormat;
import java.util.UUID;

/** Single meetings as iCalendar, for the reader of calendars. */
final class PstCalendar implements PstEntries {
    private static final int CANCELLED = 4; // asfCanceled, [MS-OXOCAL] 2.2.1.10
    private final Writer out;

    PstCalendar(Writer out) throws IOException {
        this.out = out;
        out.write("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Rapport//Outlook//EN\r\n");
    }

    /** One at a time, without the calendar around it: memory does not grow. */
    @Override
    public void add(PSTObject item) throws PSTException, IOException {
        if (!(item instanceof PSTAppointment meeting)) return;
        ICalendar calendar = new ICalendar();
        calendar.addEvent(event(meeting));
        String text = Biweekly.write(calendar).go();
        int from = text.indexOf("BEGIN:VEVENT");
        int to = text.lastIndexOf("END:VCALENDAR");
        if (from >= 0 && to > from) out.write(text.substring(from, to));
    }

    private static VEvent event(PSTAppointment from) throws PSTException, IOException {
        VEvent event = new VEvent();
        event.setUid(uid(from));
        event.setSummary(said(from.getSubject()));
        if (!said(from.getLocation()).isEmpty()) event.setLocation(said(from.getLocation()));
        if (!said(from.getBody()).isBlank()) event.setDescription(said(from.getBody()).strip());
        Date end = from.getEndTime() == null ? from.getStartTime() : from.getEndTime();
        boolean wholeDays = from.getSubType();
        event.setDateStart(wholeDays ? day(from.getStartTime()) : from.getStartTime(), !wholeDays);
        event.setDateEnd(wholeDays ? day(end) : end, !wholeDays);
        if (from.getSensitivity() != 0) event.setClassification(Classification.PRIVATE);
        if ((from.getMeetingStatus() & CANCELLED) != 0) event.setStatus(Status.cancelled());
        for (Recipient one : PstMail.recipients(from))
            if (one.party().address().contains("@"))
                event.addAttendee(new Attendee(one.party().name(), one.party().address()));
        String organizer = said(from.getSenderEmailAddress());
        if (organizer.contains("@"))
            event.setOrganizer(new Organizer(said(from.getSenderName()), organizer));
        return event;
    }

    /**
     * Whole days begin at midnight of whoever wrote them down, somewhere within twelve hours of
     * that of UTC; biweekly writes a day as it is in the zone of the machine.
     */
    private static Date day(Date midnight) {
        LocalDate day =
                LocalDate.ofInstant(
                        midnight.toInstant().plus(12, ChronoUnit.HOURS), ZoneOffset.UTC);
        return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
    }

    /** The same for the same meeting in several files of one mailbox. */
    private static String uid(PSTAppointment from) {
        try {
            byte[] id = from.getCleanGlobalObjectId().getData();
            if (id.length > 0) return "outlook-" + HexFormat.of().formatHex(id);
        } catch (RuntimeException | AssertionError e) {
            // an id that is none: the meeting is known by what it says
        }
        String told = said(from.getSubject()) + from.getStartTime().getTime();
        return UUID.nameUUIDFromBytes(told.getBytes(StandardCharsets.UTF_8)).toString();
    }

    @Override
    public void close() throws IOException {
        out.write("END:VCALENDAR\r\n");
        out.flush();
    }
}
