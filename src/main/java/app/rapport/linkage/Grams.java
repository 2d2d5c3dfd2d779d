package app.rapport.linkage;

/**
 * Texts seen as sets of neighbouring letters. The coefficient of Dice (1945, Ecology 26:297-302);
 * the order of the words does not matter, a misspelt letter costs two pairs only.
 */
final class Grams {
    private static final int LONGEST = 256;

    private Grams() {}

    /**
     * Sorted pairs of letters, words framed by blanks; only the first 256 letters are looked at.
     */
    static int[] of(String text) {
        int length = Math.min(text.length(), LONGEST);
        int[] grams = new int[length + 1];
        char before = ' ';
        int n = 0;
        for (int i = 0; i < length; i++) {
            char letter = text.charAt(i);
            grams[n++] = before << 16 | letter;
            before = letter;
        }
        grams[n++] = before << 16 | ' ';
        java.util.Arrays.sort(grams);
        return grams;
    }

    static double dice(int[] a, int[] b) {
        int common = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            if (a[i] == b[j]) {
                common++;
                i++;
                j++;
            } else if (a[i] < b[j]) i++;
            else j++;
        }
        return 2.0 * common / (a.length + b.length);
    }
}
