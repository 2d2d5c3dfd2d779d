package app.rapport.kernel;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Socket: a column of the list of people that a room contributes. */
public interface PersonColumn {
    Heading heading();

    /** The cells of one page of the list, in a statement or two; absent = nothing to say. */
    Map<PersonId, Cell> cells(Viewer viewer, Collection<PersonId> people, Instant at);

    /**
     * @param key names it in addresses and saved views, letters only
     * @param order smaller stands further left; the list's own are name 0, company 10, owner 60,
     *     tags 70, address 80, phone 90, added 100
     * @param atFirst whether it is shown before anybody chose columns
     */
    record Heading(String key, String title, int order, boolean atFirst) {}

    /**
     * @param template path of the template, which takes {@code page} and {@code times}
     * @param text the same as plain text, for a file; a moment as ISO 8601
     */
    record Cell(String template, Object page, String text) {}
}
