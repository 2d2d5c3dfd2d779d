package app.rapport.calendar.model;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Classification;
import biweekly.property.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;

/** Meetings as an iCalendar (RFC 5545), each occurrence an event with a UID that stays. */
public final class FeedText {
    private FeedText() {}

    public static String of(List<Meeting> meetings, Instant now) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Rapport//Calendar//EN");
        calendar.setName("Rapport");
        meetings.forEach(one -> calendar.addEvent(event(one, now)));
        return Biweekly.write(calendar).go();
    }

    private static VEvent event(Meeting one, Instant now) {
        VEvent event = new VEvent();
        event.setUid(one.id() + "@rapport");
        event.setDateTimeStamp(Date.from(now));
        event.setSequence(one.sequence());
        event.setSummary(one.title());
        if (!one.place().isBlank()) event.setLocation(one.place());
        if (!one.words().isBlank()) event.setDescription(one.words());
        event.setDateStart(date(one, one.start()), !one.allDay());
        if (one.end().isAfter(one.start())) event.setDateEnd(date(one, one.end()), !one.allDay());
        if (one.secret()) event.setClassification(Classification.PRIVATE);
        event.setStatus(
                switch (one.status()) {
                    case CONFIRMED -> Status.confirmed();
                    case TENTATIVE -> Status.tentative();
                    case CANCELLED -> Status.cancelled();
                });
        return event;
    }

    /** biweekly writes a day as it is in the zone of the machine. */
    private static Date date(Meeting one, Instant at) {
        if (!one.allDay()) return Date.from(at);
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
    }
}
