package app.rapport.kernel;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list, and where the next begins. Pages hold on to a place in the order, not to a
 * number, so nothing is shown twice or skipped when rows come or go meanwhile.
 *
 * @param next cursor of the next page; empty on the last
 */
public record Slice<T>(List<T> items, Optional<String> next) {
    public Slice {
        items = List.copyOf(items);
    }

    /**
     * Cuts a list that was asked for with one row more than the page holds.
     *
     * @param cursor the place after an item
     */
    public static <T> Slice<T> of(List<T> oneMore, int limit, Function<T, String> cursor) {
        if (oneMore.size() <= limit) return new Slice<>(oneMore, Optional.empty());
        List<T> shown = oneMore.subList(0, limit);
        return new Slice<>(shown, Optional.of(cursor.apply(shown.getLast())));
    }

    public <U> Slice<U> map(Function<T, U> change) {
        return new Slice<>(items.stream().map(change).toList(), next);
    }
}
