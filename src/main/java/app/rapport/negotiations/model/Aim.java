package app.rapport.negotiations.model;

import app.rapport.kernel.MemberId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What we aim at, above what we shall propose. It counts only once a colleague has heard it
 * defended and signed it; who is alone in the workspace writes the defence, and reads it again
 * after a night.
 *
 * @param lift percent above the proposal's worth
 * @param defence why it can be had, in the words of who defends it
 */
public record Aim(
        Optional<BigDecimal> lift, String defence, Optional<Deed> defended, Optional<Deed> heard) {
    public static final Aim NONE =
            new Aim(Optional.empty(), "", Optional.empty(), Optional.empty());

    private static final BigDecimal LOW = BigDecimal.valueOf(5);
    private static final BigDecimal HIGH = BigDecimal.valueOf(10);
    private static final Duration NIGHT = Duration.ofHours(6);

    /** Something that a member did. */
    public record Deed(MemberId by, Instant at) {}

    /** How far it is. */
    public enum State {
        NONE("No aim is set yet."),
        UNDEFENDED("The aim has no defence yet: write why it can be had."),
        UNHEARD("A colleague has to hear the aim defended, and sign it."),
        OVERNIGHT("Read the defence again after a night, and sign it then."),
        KEPT("The aim is kept.");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * @param alone whether nobody else works in the workspace
     */
    public State state(boolean alone) {
        if (lift.isEmpty()) return State.NONE;
        if (defence.isBlank() || defended.isEmpty()) return State.UNDEFENDED;
        if (heard.isPresent()) return State.KEPT;
        return alone ? State.OVERNIGHT : State.UNHEARD;
    }

    /** Whether that member may sign it now. */
    public boolean maySign(MemberId member, boolean alone, Instant now, ZoneId zone) {
        if (defended.isEmpty() || heard.isPresent()) return false;
        if (!alone) return !defended.get().by().equals(member);
        Instant written = defended.get().at();
        boolean anotherDay =
                LocalDate.ofInstant(now, zone).isAfter(LocalDate.ofInstant(written, zone));
        return anotherDay && Duration.between(written, now).compareTo(NIGHT) >= 0;
    }

    /** Whether it is as high as can be defended: 5 to 10 % above the proposal. */
    public boolean isUsual() {
        return lift.map(one -> one.compareTo(LOW) >= 0 && one.compareTo(HIGH) <= 0).orElse(false);
    }

    /** The points that are aimed at, of a proposal worth so many. */
    public Optional<Double> points(Optional<Double> proposal) {
        return lift.flatMap(one -> proposal.map(points -> points * (1 + one.doubleValue() / 100)));
    }
}
