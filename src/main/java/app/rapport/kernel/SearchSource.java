package app.rapport.kernel;

import java.util.List;

/** Socket: a room with things that people look for by typing. */
public interface SearchSource {
    /**
     * At most {@code limit} hits for the typed words, best first; forgiving about accents and
     * typos.
     */
    List<Hit> find(Viewer viewer, String words, int limit);

    /**
     * @param kind one word for the group it stands in, such as {@code person}
     * @param score 0 to 1, comparable between sources
     */
    record Hit(String kind, String title, String detail, String href, double score) {}
}
