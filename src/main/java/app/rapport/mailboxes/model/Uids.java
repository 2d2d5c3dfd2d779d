package app.rapport.mailboxes.model;

import java.util.Arrays;

/** Sets of message numbers, as sorted arrays: a mailbox may have a million. */
public final class Uids {
    private Uids() {}

    /** Those of {@code these} that are not among {@code others}; all sorted. */
    public static long[] without(long[] these, long[] others) {
        long[] left = new long[these.length];
        int n = 0;
        int at = 0;
        for (long uid : these) {
            while (at < others.length && others[at] < uid) at++;
            if (at == others.length || others[at] != uid) left[n++] = uid;
        }
        return Arrays.copyOf(left, n);
    }

    /** As a command names them: {@code 1:4,7,9:10}. */
    public static String set(long[] sorted) {
        StringBuilder set = new StringBuilder();
        for (int i = 0; i < sorted.length; i++) {
            int from = i;
            while (i + 1 < sorted.length && sorted[i + 1] == sorted[i] + 1) i++;
            if (!set.isEmpty()) set.append(',');
            set.append(sorted[from]);
            if (i > from) set.append(':').append(sorted[i]);
        }
        return set.toString();
    }
}
