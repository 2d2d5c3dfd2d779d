package app.rapport.bench.made;

/** How much there is, in all workspaces together. */
public enum Scale {
    /** For trying the bench itself. */
    TINY("tiny", 2_000, 20_000, 1),
    HUNDRED_THOUSAND("100k", 100_000, 1_000_000, 1),
    MILLION("1m", 1_000_000, 10_000_000, 5);

    private final String word;
    final int contacts;
    final int touches;

    /** How many times as many people work there: nobody writes ten times as much. */
    final int members;

    Scale(String word, int contacts, int touches, int members) {
        this.word = word;
        this.contacts = contacts;
        this.touches = touches;
        this.members = members;
    }

    public static Scale of(String word) {
        for (Scale scale : values()) if (scale.word.equals(word)) return scale;
        throw new IllegalArgumentException("--size is 100k or 1m, not " + word);
    }

    public String word() {
        return word;
    }
}
