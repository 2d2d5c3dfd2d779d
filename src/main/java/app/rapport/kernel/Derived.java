package app.rapport.kernel;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Socket: what a room keeps only to be fast, and can always conclude again from the facts. The
 * doctor asks each for it, and so proves that what stood there was what the facts say.
 */
public interface Derived {
    /** In the plural, such as "last touches". */
    String what();

    /** Concludes all of it again, for the viewer's whole workspace, in one transaction. */
    Rebuilt rebuild(Viewer viewer);

    /**
     * @param rows how many there are
     * @param mended how many stood there otherwise than the facts say
     * @param equal whether what stands there now is what the facts say
     */
    record Rebuilt(long rows, long mended, boolean equal) {
        /** What stood there, what the facts say, and what stands there after it was written. */
        public static <K, V> Rebuilt of(Map<K, V> before, Map<K, V> facts, Map<K, V> after) {
            Set<K> keys = new HashSet<>(before.keySet());
            keys.addAll(facts.keySet());
            long mended =
                    keys.stream()
                            .filter(key -> !Objects.equals(before.get(key), facts.get(key)))
                            .count();
            return new Rebuilt(facts.size(), mended, after.equals(facts));
        }
    }
}
