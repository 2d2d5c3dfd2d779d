package app.rapport.calendar.poll;

import java.nio.file.Path;

/** What came of asking for a calendar. */
public sealed interface Fetched {
    /**
     * @param file holds it, and is the caller's to delete
     */
    record Changed(Path file, Mark mark) implements Fetched {}

    record Unchanged() implements Fetched {}

    /**
     * @param sentence what is wrong and what to do, for people
     */
    record Trouble(String sentence) implements Fetched {}

    /** By which the server recognises what we have; empty where it gave none. */
    record Mark(String etag, String modified) {
        public static final Mark NONE = new Mark("", "");
    }
}
