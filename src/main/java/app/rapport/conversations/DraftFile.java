package app.rapport.conversations;

/**
 * A file that goes with a mail that is being written.
 *
 * @param position by which it is removed again
 */
public record DraftFile(int position, String name, long size) {
    /** A mail grows by a third on its way, and many servers take 25 MB. */
    public static final long MOST_BYTES = 15L << 20;

    public static final int MOST = 10;
}
