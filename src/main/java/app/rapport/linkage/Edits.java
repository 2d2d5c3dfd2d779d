package app.rapport.linkage;

/**
 * How near two spellings are. Jaro (1989, Journal of the American Statistical Association
 * 84:414-420) with Winkler's bonus for a common beginning (1990, Proceedings of the Section on
 * Survey Research Methods, 354-359); Damerau (1964, Communications of the ACM 7:171-176), cut off
 * where more would not matter.
 */
final class Edits {
    private static final int LONGEST = 64;
    private static final double PREFIX_SCALE = 0.1;

    private Edits() {}

    /** From 0, nothing in common, to 1, equal. Only the first 64 letters are looked at. */
    static double jaroWinkler(String a, String b) {
        int lengthA = Math.min(a.length(), LONGEST);
        int lengthB = Math.min(b.length(), LONGEST);
        if (lengthA == 0 || lengthB == 0) return 0;
        int window = Math.max(0, Math.max(lengthA, lengthB) / 2 - 1);
        long takenA = 0;
        long takenB = 0;
        for (int i = 0; i < lengthA; i++) {
            int end = Math.min(lengthB, i + window + 1);
            for (int j = Math.max(0, i - window); j < end; j++) {
                if ((takenB >>> j & 1) == 0 && a.charAt(i) == b.charAt(j)) {
                    takenA |= 1L << i;
                    takenB |= 1L << j;
                    break;
                }
            }
        }
        int common = Long.bitCount(takenA);
        if (common == 0) return 0;
        double transposed = outOfOrder(a, b, takenA, takenB) / 2.0;
        double jaro =
                ((double) common / lengthA
                                + (double) common / lengthB
                                + (common - transposed) / common)
                        / 3;
        return jaro + prefix(a, b) * PREFIX_SCALE * (1 - jaro);
    }

    private static int outOfOrder(String a, String b, long takenA, long takenB) {
        int count = 0;
        long restB = takenB;
        for (long rest = takenA; rest != 0; rest &= rest - 1) {
            char left = a.charAt(Long.numberOfTrailingZeros(rest));
            if (left != b.charAt(Long.numberOfTrailingZeros(restB))) count++;
            restB &= restB - 1;
        }
        return count;
    }

    private static int prefix(String a, String b) {
        int end = Math.min(4, Math.min(a.length(), b.length()));
        for (int i = 0; i < end; i++) if (a.charAt(i) != b.charAt(i)) return i;
        return end;
    }

    /** Edits from one to the other, neighbours exchanged counting as one; most + 1 for any more. */
    static int damerau(String a, String b, int most) {
        int from = 0;
        int endA = a.length();
        int endB = b.length();
        if (Math.abs(endA - endB) > most) return most + 1;
        while (from < endA && from < endB && a.charAt(from) == b.charAt(from)) from++;
        while (endA > from && endB > from && a.charAt(endA - 1) == b.charAt(endB - 1)) {
            endA--;
            endB--;
        }
        return distance(a, from, endA, b, from, endB, most);
    }

    private static int distance(String a, int i, int endA, String b, int j, int endB, int most) {
        while (i < endA && j < endB && a.charAt(i) == b.charAt(j)) {
            i++;
            j++;
        }
        if (i == endA) return Math.min(endB - j, most + 1);
        if (j == endB) return Math.min(endA - i, most + 1);
        if (most == 0) return 1;
        int best = distance(a, i + 1, endA, b, j + 1, endB, most - 1);
        best = Math.min(best, distance(a, i + 1, endA, b, j, endB, most - 1));
        best = Math.min(best, distance(a, i, endA, b, j + 1, endB, most - 1));
        boolean exchanged =
                i + 1 < endA
                        && j + 1 < endB
                        && a.charAt(i) == b.charAt(j + 1)
                        && a.charAt(i + 1) == b.charAt(j);
        if (exchanged) best = Math.min(best, distance(a, i + 2, endA, b, j + 2, endB, most - 1));
        return Math.min(best + 1, most + 1);
    }
}
