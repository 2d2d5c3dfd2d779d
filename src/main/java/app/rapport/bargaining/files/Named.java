package app.rapport.bargaining.files;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Things told apart by their names. */
final class Named {
    private Named() {}

    /** A name that two of them have. */
    static <T> Optional<String> twice(List<T> things, Function<T, String> name) {
        Set<String> seen = new HashSet<>();
        return things.stream().map(name).filter(each -> !seen.add(each)).findFirst();
    }
}
