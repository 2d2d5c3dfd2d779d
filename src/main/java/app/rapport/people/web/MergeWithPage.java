package app.rapport.people.web;

import app.rapport.ui.Page;
import java.util.List;

/**
 * With whom a record is to be joined.
 *
 * @param home path of the record that stays
 */
public record MergeWithPage(
        String home, String name, boolean company, String words, List<Found> found)
        implements Page {
    public record Found(String id, String name, String detail) {}
}
