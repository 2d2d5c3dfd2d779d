package app.rapport.exchange.model;

import java.util.Optional;

/**
 * An item that was set aside.
 *
 * @param item its number within the import
 * @param digest of its kept original; empty where none was kept
 */
public record AsideItem(long item, Report.SetAside what, Optional<byte[]> digest) {
    private static final String MEND = "Mend it, then put it in again.";

    public AsideKind kind() {
        return AsideKind.at(what.position());
    }

    /** Reasons say first what is wrong, then what to do. */
    public String why() {
        int end = end();
        return end < 0 ? what.reason() : what.reason().substring(0, end + 1);
    }

    public String whatToDo() {
        int end = end();
        return end < 0 ? MEND : what.reason().substring(end + 2);
    }

    private int end() {
        return what.reason().indexOf(". ");
    }
}
