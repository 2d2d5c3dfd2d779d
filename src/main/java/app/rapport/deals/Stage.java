package app.rapport.deals;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * How far a deal is; a workspace has stages of its own.
 *
 * @param position smaller stands further left on the board
 */
public record Stage(UUID id, String name, Kind kind, int position) {
    /** Whether it goes on there. */
    public enum Kind {
        OPEN,
        WON,
        LOST;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** As most sellers have them; each workspace changes them to its own. */
    public static final List<Stage> USUAL =
            List.of(
                    usual("Found", Kind.OPEN, 1),
                    usual("Needs understood", Kind.OPEN, 2),
                    usual("Proposal made", Kind.OPEN, 3),
                    usual("In negotiation", Kind.OPEN, 4),
                    usual("Won", Kind.WON, 90),
                    usual("Lost", Kind.LOST, 91));

    /** The same id in each workspace, so that two first deals at once write the same stages. */
    private static Stage usual(String name, Kind kind, int position) {
        return new Stage(
                new UUID(0x8000L, 0x8000_0000_0000_0000L | position), name, kind, position);
    }

    public boolean isOpen() {
        return kind == Kind.OPEN;
    }
}
