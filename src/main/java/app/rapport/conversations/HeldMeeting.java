package app.rapport.conversations;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * An event of a calendar, as far as it has happened.
 *
 * @param uid what stays the same in all versions of it
 * @param minutes how long it took; 0 = not known
 * @param guests organiser and attendees who did not decline, the viewer too
 * @param secret whether its calendar calls it private
 */
public record HeldMeeting(
        String uid,
        String subject,
        String words,
        int minutes,
        List<Occurrence> occurrences,
        List<Guest> guests,
        boolean secret) {

    public HeldMeeting {
        occurrences = List.copyOf(occurrences);
        guests = List.copyOf(guests);
    }

    /**
     * @param slot when its series foresaw it; a moved occurrence is still that one
     */
    public record Occurrence(Instant slot, Instant start) {}

    public record Guest(String name, String address) {
        public String key() {
            return address.toLowerCase(Locale.ROOT);
        }
    }

    /** By which an occurrence is recognised in a later copy of the calendar. */
    public record Key(String uid, Instant slot) {}

    public Key key(Occurrence occurrence) {
        return new Key(uid, occurrence.slot());
    }
}
