package app.rapport.ui;

import java.util.List;

/**
 * What was found for the typed words, in groups.
 *
 * @param nobody nothing is called so
 * @param near but something is called nearly so, and stands in the groups
 */
public record FindResults(
        String words, List<Group> groups, boolean nobody, boolean near, boolean inDialog)
        implements Page {
    public FindResults {
        groups = List.copyOf(groups);
    }

    public record Group(String title, List<Hit> hits) {}

    /**
     * @param pieces the title, cut where the typed words match
     * @param first the one that Enter opens
     * @param key shown at the end of the line
     */
    public record Hit(
            String id,
            String title,
            List<Piece> pieces,
            String detail,
            String href,
            String icon,
            boolean avatar,
            boolean first,
            String key) {}

    public record Piece(String text, boolean match) {}
}
