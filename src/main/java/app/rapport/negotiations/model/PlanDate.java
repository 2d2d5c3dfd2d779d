package app.rapport.negotiations.model;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.util.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** The planning as an event (RFC 5545) of half an hour; who sees the calendar reads no plan. */
public final class PlanDate {
    private PlanDate() {}

    public static String event(UUID id, String title, Instant at, Instant now) {
        VEvent event = new VEvent();
        event.setUid(id + "-plan@rapport");
        event.setDateTimeStamp(Date.from(now));
        event.setSummary("Plan: " + title);
        event.setDateStart(Date.from(at), true);
        event.setDuration(new Duration.Builder().minutes(30).build());
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Rapport//Negotiations//EN");
        calendar.addEvent(event);
        return Biweekly.write(calendar).go();
    }
}
