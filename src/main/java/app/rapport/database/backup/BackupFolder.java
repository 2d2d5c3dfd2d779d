package app.rapport.database.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where scheduled backups lie, and which of them stay: the last of seven days, four weeks, six
 * months.
 */
record BackupFolder(Path path) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String BEFORE = "rapport-";
    private static final String AFTER = ".backup";
    private static final int DAYS = 7;
    private static final int WEEKS = 4;
    private static final int MONTHS = 6;

    record Kept(Path file, Instant at) {
        private LocalDate day() {
            return at.atOffset(ZoneOffset.UTC).toLocalDate();
        }

        /** As the last of its month it stays until six later months have one. */
        LocalDate until() {
            return YearMonth.from(day()).plusMonths(MONTHS).atEndOfMonth();
        }

        private String week() {
            return day().get(IsoFields.WEEK_BASED_YEAR)
                    + "-"
                    + day().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        }
    }

    Path next(Instant now) throws IOException {
        return Files.createDirectories(path).resolve(BEFORE + STAMP.format(now) + AFTER);
    }

    /** Those that are there, newest first; files of other names are not ours. */
    List<Kept> all() throws IOException {
        if (!Files.isDirectory(path)) return List.of();
        try (Stream<Path> files = Files.list(path)) {
            return files.flatMap(file -> kept(file).stream())
                    .sorted(Comparator.comparing(Kept::at).reversed())
                    .toList();
        }
    }

    private static Optional<Kept> kept(Path file) {
        String name = file.getFileName().toString();
        if (!name.startsWith(BEFORE) || !name.endsWith(AFTER)) return Optional.empty();
        String stamp = name.substring(BEFORE.length(), name.length() - AFTER.length());
        try {
            return Optional.of(new Kept(file, STAMP.parse(stamp, Instant::from)));
        } catch (java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Removes those that no rule keeps. */
    void thin() throws IOException {
        List<Kept> all = all();
        for (Kept one : superfluous(all)) Files.deleteIfExists(one.file());
    }

    /**
     * @param newestFirst all backups there are
     */
    static List<Kept> superfluous(List<Kept> newestFirst) {
        Set<Kept> stay = new HashSet<>();
        stay.addAll(newestOfEach(newestFirst, Kept::day, DAYS));
        stay.addAll(newestOfEach(newestFirst, Kept::week, WEEKS));
        stay.addAll(newestOfEach(newestFirst, kept -> YearMonth.from(kept.day()), MONTHS));
        return newestFirst.stream().filter(kept -> !stay.contains(kept)).toList();
    }

    private static <K> List<Kept> newestOfEach(
            List<Kept> newestFirst, Function<Kept, K> span, int most) {
        List<Kept> newest = new ArrayList<>();
        Set<K> seen = new HashSet<>();
        for (Kept kept : newestFirst) {
            if (seen.size() == most) break;
            if (seen.add(span.apply(kept))) newest.add(kept);
        }
        return newest;
    }
}
