package app.rapport.fuzz;

/** What came of all files of a kind. */
final class Tally {
    private final Kind kind;
    private int files;
    private long items;
    private int refused;
    private int faults;
    private long mostMillis;
    private long mostBytes;

    Tally(Kind kind) {
        this.kind = kind;
    }

    void add(Trial.Outcome outcome) {
        files++;
        items += outcome.items();
        if (outcome.refused()) refused++;
        if (outcome.fault().isPresent()) faults++;
        mostMillis = Math.max(mostMillis, outcome.millis());
        mostBytes = Math.max(mostBytes, outcome.bytes());
    }

    int files() {
        return files;
    }

    int faults() {
        return faults;
    }

    @Override
    public String toString() {
        return "%-9s %7d files %9d items %6d refused %4d faults, at most %5d ms and %4d MB allocated"
                .formatted(
                        kind.name().toLowerCase(java.util.Locale.ROOT),
                        files,
                        items,
                        refused,
                        faults,
                        mostMillis,
                        mostBytes >> 20);
    }
}
