package app.rapport.exchange.contacts;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.property.Attendee;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.ICalProperty;
import biweekly.property.Organizer;
import biweekly.property.RecurrenceRule;
import biweekly.property.TextProperty;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Date;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What one VEVENT says. */
final class EventReader {
    private static final int MOST_RULES = 10;
    private static final Duration HORIZON = Duration.ofDays(366);
    private static final Pattern RULE = Pattern.compile("(?im)^RRULE[^:]*:(.+)$");
    private final ICalendar calendar;
    private final VEvent event;
    private final String raw;
    private final Instant now;
    private final UnfoldingSteps steps;

    EventReader(ICalendar calendar, VEvent event, String raw, Instant now, UnfoldingSteps steps) {
        this.calendar = calendar;
        this.event = event;
        this.raw = raw;
        this.now = now;
        this.steps = steps;
    }

    /** An event without a time is kept as it stands: it may be mended, but is no talk. */
    Item item(String position) {
        if (moment(event.getDateStart()).isEmpty())
            return new Item.SetAside(
                    position,
                    "The event has no start that can be read. Give it a DTSTART, then put it in again.",
                    raw);
        return new Item.Meeting(position, draft());
    }

    private MeetingDraft draft() {
        Optional<Instant> start = moment(event.getDateStart());
        boolean allDay = event.getDateStart() != null && !event.getDateStart().getValue().hasTime();
        TimeZone zone = zone(event.getDateStart());
        Unfolded unfolded = unfolded(zone);
        return new MeetingDraft(
                uid(),
                moment(event.getRecurrenceId()).map(Instant::toString).orElse(""),
                text(event.getSummary()),
                start,
                end(start),
                zone.getID(),
                allDay,
                text(event.getLocation()),
                text(event.getDescription()),
                Optional.ofNullable(event.getOrganizer()).map(EventReader::organiser),
                event.getAttendees().stream().map(EventReader::attendee).toList(),
                text(event.getStatus()).toUpperCase(Locale.ROOT),
                event.getSequence() == null || event.getSequence().getValue() == null
                        ? 0
                        : event.getSequence().getValue(),
                rule(),
                secret(),
                unfolded.past(),
                unfolded.coming());
    }

    private String uid() {
        String uid = text(event.getUid());
        // biweekly gives an event without a UID a random one only when it makes events itself
        return uid.isEmpty()
                ? UUID.nameUUIDFromBytes(raw.getBytes(StandardCharsets.UTF_8)).toString()
                : uid;
    }

    /** What is not known counts as private (RFC 5545, 3.8.1.3). */
    private boolean secret() {
        String said = text(event.getClassification());
        return !said.isEmpty() && !said.equalsIgnoreCase("PUBLIC");
    }

    private Optional<Instant> end(Optional<Instant> start) {
        Optional<Instant> end = moment(event.getDateEnd());
        if (end.isPresent()
                || event.getDuration() == null
                || event.getDuration().getValue() == null) return end;
        long millis = event.getDuration().getValue().toMillis();
        return start.map(from -> from.plusMillis(millis));
    }

    private String rule() {
        Matcher rule = RULE.matcher(raw.replaceAll("\\r?\\n[ \\t]", ""));
        return rule.find() ? rule.group(1).strip() : "";
    }

    private record Unfolded(List<Instant> past, List<Instant> coming) {
        static Unfolded at(Optional<Instant> start, Instant now) {
            List<Instant> one = start.stream().toList();
            boolean over = start.filter(at -> at.isAfter(now)).isEmpty();
            return over ? new Unfolded(one, List.of()) : new Unfolded(List.of(), one);
        }
    }

    /** RFC 5545, 3.8.5: rule, further dates and exceptions, unfolded up to the horizon. */
    private Unfolded unfolded(TimeZone zone) {
        Optional<Instant> start = moment(event.getDateStart());
        if (!isSeries()) return Unfolded.at(start, now);
        Deque<Instant> past = new ArrayDeque<>();
        List<Instant> coming = new ArrayList<>();
        try {
            var dates = event.getDateIterator(zone);
            for (int step = 0; steps.take(step) && dates.hasNext(); step++) {
                Instant at = dates.next().toInstant();
                if (at.isAfter(now.plus(HORIZON)) || coming.size() == MeetingDraft.MOST_OCCURRENCES)
                    break;
                if (at.isAfter(now)) {
                    coming.add(at);
                    continue;
                }
                if (past.size() == MeetingDraft.MOST_OCCURRENCES) past.removeFirst();
                past.addLast(at);
            }
        } catch (RuntimeException | AssertionError e) {
            // a rule that cannot be (a fiftieth month): the first time remains
            if (past.isEmpty() && coming.isEmpty()) return Unfolded.at(start, now);
        }
        return new Unfolded(List.copyOf(past), List.copyOf(coming));
    }

    /** Every step of a series costs each of its rules one: thousands of them are no series. */
    private boolean isSeries() {
        int rules = event.getProperties(RecurrenceRule.class).size();
        return rules <= MOST_RULES && rules + event.getRecurrenceDates().size() > 0;
    }

    private TimeZone zone(@Nullable ICalProperty property) {
        if (property == null) return TimeZone.getTimeZone("UTC");
        TimezoneAssignment zone = calendar.getTimezoneInfo().getTimezone(property);
        return zone == null ? TimeZone.getTimeZone("UTC") : zone.getTimeZone();
    }

    private static Optional<Instant> moment(@Nullable DateOrDateTimeProperty property) {
        Date date = property == null ? null : property.getValue();
        return date == null ? Optional.empty() : Optional.of(Instant.ofEpochMilli(date.getTime()));
    }

    private static Optional<Instant> moment(biweekly.property.@Nullable RecurrenceId property) {
        Date date = property == null ? null : property.getValue();
        return date == null ? Optional.empty() : Optional.of(Instant.ofEpochMilli(date.getTime()));
    }

    private static MeetingDraft.Guest organiser(Organizer organiser) {
        return new MeetingDraft.Guest(
                text(organiser.getCommonName()),
                address(organiser.getEmail(), organiser.getUri()),
                "");
    }

    private static MeetingDraft.Guest attendee(Attendee guest) {
        String answer =
                guest.getParticipationStatus() == null
                        ? ""
                        : guest.getParticipationStatus().getValue().toUpperCase(Locale.ROOT);
        return new MeetingDraft.Guest(
                text(guest.getCommonName()), address(guest.getEmail(), guest.getUri()), answer);
    }

    private static String address(@Nullable String email, @Nullable String uri) {
        List<String> found = CellValues.mails(text(email) + " " + text(uri));
        return found.isEmpty()
                ? ""
                : found.getFirst().toLowerCase(Locale.ROOT).replaceFirst("^mailto:", "");
    }

    private static String text(@Nullable TextProperty property) {
        return property == null ? "" : text(property.getValue());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.replace("\u0000", "").strip();
    }
}
