package app.rapport.mailboxes.model;

/**
 * A folder of a mailbox as it was last seen.
 *
 * @param lastUid all up to here were read; 0 while the first reading is not at its end
 * @param wanted messages on the server that are young enough
 */
public record Folder(
        int number,
        String name,
        FolderRole role,
        boolean chosen,
        long uidValidity,
        long lastUid,
        Standing standing,
        long wanted) {

    /**
     * What the server says of a folder without opening it.
     *
     * @param modSeq 0 where the server counts no changes (RFC 7162)
     */
    public record Standing(long uidValidity, long uidNext, long messages, long modSeq) {}

    /** Whether nothing can have happened since it was last read to its end. */
    public boolean isAsLeft(Standing now) {
        return lastUid > 0 && now.uidValidity() == uidValidity && now.equals(standing);
    }
}
