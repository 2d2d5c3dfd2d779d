package app.rapport.kernel;

/** The beginning of what is too long for its place. */
public final class Excerpt {
    private Excerpt() {}

    /** As {@link #of}, with the white space folded. */
    public static String line(String words, int most) {
        return of(words.replaceAll("\\s+", " ").strip(), most);
    }

    /**
     * Shortened only with "…": between words where that leaves half of it, and never within a
     * letter of two characters.
     *
     * @param most characters, beside the "…"; at least 2
     */
    public static String of(String words, int most) {
        if (words.length() <= most) return words;
        int space = words.lastIndexOf(' ', most);
        int cut = space > most / 2 ? space : most;
        if (Character.isHighSurrogate(words.charAt(cut - 1))) cut--;
        return words.substring(0, cut) + " …";
    }
}
