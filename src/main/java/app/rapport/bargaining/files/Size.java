package app.rapport.bargaining.files;

import java.util.Optional;

/**
 * How much a negotiation may hold: more is refused with a sentence, as it would be worked at for
 * hours, or fill the memory. The largest scenarios of GENIUS have some fifty issues.
 */
final class Size {
    static final long MOST_BYTES = 5_000_000;
    static final int MOST_ISSUES = 1_000;
    static final int MOST_OPTIONS = 10_000;
    private static final int MOST_IN_ALL = 1_000_000;

    private Size() {}

    /**
     * Asked after each issue, so that no more is ever held.
     *
     * @param options of all issues so far
     */
    static Optional<String> refusal(int issues, long options) {
        if (issues > MOST_ISSUES) return Optional.of("more than 1,000 issues");
        if (options > MOST_IN_ALL) return Optional.of("more than 1,000,000 options in all");
        return Optional.empty();
    }
}
