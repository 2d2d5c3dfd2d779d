package app.rapport.bench;

import java.util.List;
import java.util.Map;

/** Something that is measured; a new one is added to the list in {@link Bench}. */
interface Measure {
    /** What it measures on, for the head of the result. */
    Map<String, Object> size() throws Exception;

    List<Figure> figures() throws Exception;
}
