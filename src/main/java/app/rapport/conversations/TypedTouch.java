package app.rapport.conversations;

import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A call, meeting, letter or note that somebody logs by hand.
 *
 * @param side {@link Side#YOU} we to them, {@link Side#THEM} they to us, {@link Side#BOTH} a
 *     meeting
 * @param minutes 1 to 1440
 * @param corrects the touch that this one takes the place of; that one stays as history
 */
public record TypedTouch(
        Channel channel,
        List<PersonId> people,
        Instant at,
        Side side,
        Optional<Integer> minutes,
        String subject,
        String words,
        Optional<TouchId> corrects) {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    public TypedTouch {
        people = List.copyOf(people);
        if (channel == Channel.MAIL)
            throw new Refused("channel", "Mail comes in by import, it is not logged");
        if (people.isEmpty()) throw new Refused("people", "Name at least one person");
        if (words.isBlank() && subject.isBlank())
            throw new Refused("words", "Say in a line what was said");
        if (words.length() > 200_000) throw new Refused("words", "200,000 characters at most");
        if (words.indexOf('\0') >= 0) throw new Refused("words", "A zero character is no text");
        if (subject.indexOf('\0') >= 0) throw new Refused("subject", "A zero character is no text");
        if (at.isBefore(EARLIEST)) throw new Refused("at", "Nobody talked before the year 1");
        minutes.filter(m -> m < 1 || m > 1440)
                .ifPresent(m -> {
                    throw new Refused("minutes", "Between 1 and 1440 minutes");
                });
    }

    /** What was typed cannot be logged; {@link #field} names the field to mend. */
    public static final class Refused extends IllegalArgumentException {
        private final String field;

        public Refused(String field, String message) {
            super(message);
            this.field = field;
        }

        public String field() {
            return field;
        }
    }
}
