package app.rapport.exchange.contacts;

/**
 * How far the series of one file may be unfolded: a few events that recur every second must not
 * hold up an import, while a real calendar of any size has all it needs.
 */
final class UnfoldingSteps {
    private static final int MOST_OF_ONE = 20_000;
    private static final long ALWAYS = 200_000;
    private static final int FOR_EACH_BYTE = 1;

    private long left;

    UnfoldingSteps(long fileSize) {
        left = ALWAYS + FOR_EACH_BYTE * fileSize;
    }

    /** Whether a series that has gone so many steps may go one more. */
    boolean take(int gone) {
        return gone < MOST_OF_ONE && left-- > 0;
    }
}
