package app.rapport.exchange.model;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file to read.
 *
 * @param name as the user knows it
 * @param entry name inside the archive at {@code path}; empty for the file itself
 * @param readTo items that are read already
 * @param mapping what a person said of a table's columns, as JSON
 */
public record Source(
        int ordinal,
        String name,
        Path path,
        String entry,
        FileForm form,
        long size,
        long readTo,
        boolean finished,
        Optional<String> mapping) {

    public static Source of(String name, Path path, String entry, FileForm form, long size) {
        return new Source(
                0, name, path.toAbsolutePath(), entry, form, size, 0, false, Optional.empty());
    }

    public Source at(int place) {
        return new Source(place, name, path, entry, form, size, readTo, finished, mapping);
    }

    public Source mapped(Optional<String> said) {
        return new Source(ordinal, name, path, entry, form, size, readTo, finished, said);
    }

    public Source named(String other) {
        return new Source(ordinal, other, path, entry, form, size, readTo, finished, mapping);
    }
}
