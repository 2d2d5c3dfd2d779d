package app.rapport.kernel;

import java.time.Instant;

/** What a person decided about a signal. */
public sealed interface Verdict {
    /** Done, also when it was answered elsewhere. */
    record Done() implements Verdict {}

    record SnoozedUntil(Instant until) implements Verdict {}

    record SnoozedUntilTheyWrite() implements Verdict {}

    /**
     * @param reason in the person's words or one of the offered ones; the source learns from it
     */
    record NotNeeded(String reason) implements Verdict {}

    /** The former verdict is taken back. */
    record Undone() implements Verdict {}
}
