package app.rapport.fuzz;

/** What is bent, and by what name a reader knows it. */
enum Kind {
    MAIL("eml"),
    MBOX("mbox"),
    ZIP("zip"),
    GZIP("gz"),
    CSV("csv"),
    XLSX("xlsx"),
    CARDS("vcf"),
    CALENDAR("ics"),
    OUTLOOK("pst");

    /** The words that stand in what is added at the end of each file, and must come out. */
    static final String LAST = "last-of-all@still-here.example";

    private final String suffix;

    Kind(String suffix) {
        this.suffix = suffix;
    }

    String suffix() {
        return suffix;
    }

    boolean packed() {
        return this == ZIP || this == GZIP || this == XLSX;
    }

    /** An item that is in order, to follow whatever was bent; empty where nothing can follow. */
    String last() {
        return switch (this) {
            case MBOX ->
                    "\n\nFrom last Mon Mar  9 10:12:00 2026\nFrom: %s\nSubject: The last\n\nHello\n"
                            .formatted(LAST);
            case CSV -> "\nLast Ofall,%s\n".formatted(LAST);
            case CARDS ->
                    "\r\n\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Last\r\nEMAIL:%s\r\nEND:VCARD\r\n"
                            .formatted(LAST);
            case CALENDAR ->
                    "\r\n\r\nBEGIN:VEVENT\r\nUID:%s\r\nDTSTART:20260309T101200Z\r\nEND:VEVENT\r\n"
                            .formatted(LAST);
            case MAIL, ZIP, GZIP, XLSX, OUTLOOK -> "";
        };
    }
}
