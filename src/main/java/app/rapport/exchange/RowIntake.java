package app.rapport.exchange;

import app.rapport.access.Us;
import app.rapport.exchange.contacts.FileKind;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import app.rapport.people.ContactIntake;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Socket: a room that takes the rows of tables of one kind. Rows of a kind that no room takes are
 * kept whole until one does.
 */
public interface RowIntake {
    FileKind kind();

    /** A batch of rows of one table, in the import's transaction. */
    Taken take(Viewer viewer, Us us, ContactIntake.Origin origin, List<Row> rows);

    /** All of an import was read: what a row waited for may have come in another of its files. */
    void concluded(Viewer viewer, ImportId id);

    /**
     * The import is taken back, before its companies and people are.
     *
     * @param others of what its rows became, that which another import brought too, and which
     */
    void takenBack(Viewer viewer, ImportId id, Map<UUID, ImportId> others);

    /**
     * @param position where it stands: "row 17"
     * @param cells by their headers; empty ones are left out
     */
    record Row(String position, Map<String, String> cells) {}

    /**
     * @param outcomes what each row became, in their order
     */
    record Taken(List<Outcome> outcomes, int accountsCreated, int accountsUpdated) {}

    /** What a row became. */
    sealed interface Outcome {
        record Stored(UUID subject) implements Outcome {}

        record AlreadyKnown(UUID subject) implements Outcome {}

        /**
         * @param reason what is wrong and what to do, for people
         */
        record SetAside(String reason) implements Outcome {}
    }
}
