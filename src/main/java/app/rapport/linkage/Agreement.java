package app.rapport.linkage;

import java.util.List;

/**
 * How far two values of one kind agree: a level, 0 being equal and the last one different. The
 * levels of names follow Winkler (1990), the others what goes wrong at a keyboard: a digit, two
 * neighbours exchanged, day and month exchanged.
 */
final class Agreement {
    /** The two values stand in each other's column. */
    static final String EXCHANGED = "exchanged";

    private static final double A_YEAR = 370;
    private static final double ALIKE = 0.85;

    private Agreement() {}

    static List<String> levels(ColumnKind kind) {
        return switch (kind) {
            case NAME -> List.of("equal", "nearly equal", "close", "alike", "different");
            case TEXT ->
                    List.of("equal", "nearly equal", "close", "alike", "little alike", "different");
            case DATE ->
                    List.of("equal", "one slip", "two parts equal", "within a year", "different");
            case CODE -> List.of("equal", "one slip", "two slips", "different");
            case MAIL -> List.of("equal", "same name, other domain", "close", "alike", "different");
            case PHONE -> List.of("equal", "one slip", "same ending", "different");
        };
    }

    /** The values are spelt in one way and not equal. */
    static int of(ColumnKind kind, String a, String b) {
        return switch (kind) {
            case NAME -> names(a, b);
            case TEXT -> texts(a, b);
            case DATE -> dates(a, b);
            case CODE -> codes(a, b);
            case MAIL -> mails(a, b);
            case PHONE -> phones(a, b);
        };
    }

    private static int names(String a, String b) {
        double near = Edits.jaroWinkler(a, b);
        if (near >= 0.93) return 1;
        if (near >= 0.86 || a.replace(" ", "").equals(b.replace(" ", ""))) return 2;
        if (near >= 0.72 || initial(a, b)) return 3;
        return 4;
    }

    private static boolean initial(String a, String b) {
        return (a.length() == 1 || b.length() == 1) && a.charAt(0) == b.charAt(0);
    }

    private static int texts(String a, String b) {
        double same = Grams.dice(Grams.of(a), Grams.of(b));
        if (same >= 0.88) return 1;
        if (same >= 0.72) return 2;
        if (same >= 0.55) return 3;
        return same >= 0.38 ? 4 : 5;
    }

    private static int dates(String a, String b) {
        if (Edits.damerau(a, b, 1) <= 1) return 1;
        if (a.length() != 8 || b.length() != 8) return 4;
        boolean year = a.regionMatches(0, b, 0, 4);
        if (year && a.regionMatches(4, b, 6, 2) && a.regionMatches(6, b, 4, 2)) return 1;
        int parts =
                (year ? 1 : 0)
                        + (a.regionMatches(4, b, 4, 2) ? 1 : 0)
                        + (a.regionMatches(6, b, 6, 2) ? 1 : 0);
        if (parts == 2) return 2;
        return Math.abs(days(a) - days(b)) <= A_YEAR ? 3 : 4;
    }

    /** About, since an unknown beginning. */
    private static double days(String date) {
        return Integer.parseInt(date, 0, 4, 10) * 365.25
                + Integer.parseInt(date, 4, 6, 10) * 30.44
                + Integer.parseInt(date, 6, 8, 10);
    }

    private static int codes(String a, String b) {
        int longest = Math.max(a.length(), b.length());
        int most = longest >= 6 ? 2 : 1;
        if (longest < 2) return 3;
        int edits = Edits.damerau(a, b, most);
        return edits > most ? 3 : edits;
    }

    private static int mails(String a, String b) {
        int atA = a.lastIndexOf('@');
        int atB = b.lastIndexOf('@');
        String nameA = atA < 0 ? a : a.substring(0, atA);
        String nameB = atB < 0 ? b : b.substring(0, atB);
        if (nameA.equals(nameB)) return 1;
        if (Edits.damerau(a, b, 2) <= 2) return 2;
        boolean alike =
                atA > 0
                        && atB > 0
                        && Edits.jaroWinkler(nameA, nameB) >= ALIKE
                        && Edits.jaroWinkler(a.substring(atA), b.substring(atB)) >= ALIKE;
        return alike ? 3 : 4;
    }

    private static int phones(String a, String b) {
        if (Edits.damerau(a, b, 1) <= 1) return 1;
        int six = 6;
        return a.length() >= six
                        && b.length() >= six
                        && a.regionMatches(a.length() - six, b, b.length() - six, six)
                ? 2
                : 3;
    }
}
