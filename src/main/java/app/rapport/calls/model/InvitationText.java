package app.rapport.calls.model;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.time.Instant;
import java.util.Date;

/**
 * A talk as an entry for any calendar (RFC 5545), which is the same entry when it is sent again.
 */
public final class InvitationText {
    private InvitationText() {}

    public static String of(TalkPlan plan, String title, String words, Instant now) {
        Instant start = plan.terms().startsAt().orElseThrow();
        VEvent event = new VEvent();
        event.setUid(plan.id() + "@rapport");
        event.setDateTimeStamp(Date.from(now));
        event.setSummary(title);
        if (!words.isBlank()) event.setDescription(words);
        event.setDateStart(Date.from(start), true);
        event.setDateEnd(Date.from(start.plus(plan.length())), true);
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Rapport//Talk//EN");
        calendar.addEvent(event);
        return Biweekly.write(calendar).go();
    }
}
