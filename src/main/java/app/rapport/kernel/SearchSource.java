package app.rapport.kernel;

import java.util.List;
import java.util.Optional;

/** Socket: a room with things that people look for by typing. */
public interface SearchSource {
    /**
     * At most {@code limit} hits for the typed words, best first; forgiving about accents and
     * typos.
     */
    List<Hit> find(Viewer viewer, String words, int limit);

    /** What can be done from here, about the first thing found where there is one. */
    default List<Hit> doings(Viewer viewer, String words, Optional<Hit> first) {
        return List.of();
    }

    /**
     * @param kind one word for the group it stands in, such as {@code person}
     * @param score 0 to 1, comparable between sources
     */
    record Hit(String kind, String title, String detail, String href, double score) {
        /** At most this: it is only nearly what was typed. */
        public static final double CLOSE = 0.5;

        public boolean close() {
            return score <= CLOSE;
        }
    }
}
