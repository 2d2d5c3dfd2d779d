package app.rapport.exchange.model;

import java.util.List;

/**
 * What an import did. {@code read = stored + alreadyKnown + setAside}, always.
 *
 * @param setAsideItems the first 1,000
 * @param skippedFiles files that hold nothing to import, outside {@code read}
 */
public record Report(
        long read,
        long stored,
        long alreadyKnown,
        long setAside,
        List<SetAside> setAsideItems,
        List<String> skippedFiles,
        Changes contacts,
        Changes accounts) {

    /**
     * @param position where it stands in its file: a byte or a row
     */
    public record SetAside(String source, String position, String reason) {}

    public record Changes(long created, long updated) {}
}
