package app.rapport.exchange.contacts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An event of a calendar.
 *
 * @param uid what stays the same in all versions of it; made of its substance where the file has
 *     none
 * @param recurrenceId which occurrence of a series this one replaces, empty for a series or a
 *     single event
 * @param start empty where the file has none that can be; an all-day event starts at midnight of
 *     {@code zone}
 * @param zone IANA name; UTC where the file does not say
 * @param status CONFIRMED, TENTATIVE, CANCELLED or empty
 * @param rule RRULE as it stands, empty for a single event
 * @param occurrences starts of the past occurrences, at most {@value #MOST_OCCURRENCES}, the latest
 *     ones
 * @param secret its calendar calls it private or confidential
 * @param coming starts of what is still to come, at most a year ahead for a series
 */
public record MeetingDraft(
        String uid,
        String recurrenceId,
        String summary,
        Optional<Instant> start,
        Optional<Instant> end,
        String zone,
        boolean allDay,
        String location,
        String description,
        Optional<Guest> organiser,
        List<Guest> attendees,
        String status,
        int sequence,
        String rule,
        boolean secret,
        List<Instant> occurrences,
        List<Instant> coming) {

    public static final int MOST_OCCURRENCES = 400;

    /**
     * @param address lower case; empty where the calendar has none
     * @param answer ACCEPTED, DECLINED, TENTATIVE, NEEDS-ACTION or empty
     */
    public record Guest(String name, String address, String answer) {}

    public MeetingDraft {
        attendees = List.copyOf(attendees);
        occurrences = List.copyOf(occurrences);
        coming = List.copyOf(coming);
    }

    /** Without the occurrences that events of their own replace. */
    MeetingDraft without(Set<Instant> replaced) {
        return with(status, left(occurrences, replaced), left(coming, replaced));
    }

    /** The same, called off. */
    public MeetingDraft calledOff() {
        return with("CANCELLED", occurrences, coming);
    }

    private MeetingDraft with(String status, List<Instant> occurrences, List<Instant> coming) {
        return new MeetingDraft(
                uid,
                recurrenceId,
                summary,
                start,
                end,
                zone,
                allDay,
                location,
                description,
                organiser,
                attendees,
                status,
                sequence,
                rule,
                secret,
                occurrences,
                coming);
    }

    private static List<Instant> left(List<Instant> starts, Set<Instant> replaced) {
        return starts.stream().filter(start -> !replaced.contains(start)).toList();
    }
}
