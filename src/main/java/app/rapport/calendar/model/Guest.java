package app.rapport.calendar.model;

import app.rapport.exchange.contacts.MeetingDraft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody who is asked to a meeting.
 *
 * @param address lower case; empty where the calendar has none
 * @param answer ACCEPTED, DECLINED, TENTATIVE, NEEDS-ACTION or empty, as calendars write it
 * @param organiser who asked the others
 */
public record Guest(String name, String address, String answer, boolean organiser) {
    private static final int MOST = 500;

    /** Organiser and attendees, each once; an organiser who also attends keeps their answer. */
    static List<Guest> of(MeetingDraft event) {
        Map<String, Guest> guests = new LinkedHashMap<>();
        event.organiser().ifPresent(one -> put(guests, one, true));
        event.attendees().forEach(one -> put(guests, one, false));
        return guests.values().stream().limit(MOST).toList();
    }

    private static void put(Map<String, Guest> guests, MeetingDraft.Guest one, boolean organiser) {
        String key = one.address().isEmpty() ? one.name() : one.address();
        if (key.isEmpty()) return;
        guests.merge(
                key,
                new Guest(one.name(), one.address(), one.answer(), organiser),
                (before, next) ->
                        new Guest(
                                before.name().isEmpty() ? next.name() : before.name(),
                                before.address(),
                                next.answer(),
                                before.organiser()));
    }

    public boolean declined() {
        return answer.equals("DECLINED");
    }

    public String shown() {
        return name.isBlank() ? address : name;
    }

    /** What they said, in words. */
    public String said() {
        return switch (answer) {
            case "ACCEPTED" -> "comes";
            case "DECLINED" -> "does not come";
            case "TENTATIVE" -> "may come";
            case "NEEDS-ACTION" -> "has not answered";
            default -> organiser ? "asked for it" : "";
        };
    }
}
