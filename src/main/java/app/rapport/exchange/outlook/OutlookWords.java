package app.rapport.exchange.outlook;

import app.rapport.kernel.Excerpt;

/** What is said of items that cannot be taken. */
final class OutlookWords {
    static final String TOO_LONG =
            "The message is larger than 50 MB, more than mail servers take. Take its attachments out, then bring it again";
    private static final int LONGEST = 120;

    private OutlookWords() {}

    /** A library's own words, in one line. */
    static String why(Throwable e) {
        String words = String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
        if (words.isEmpty() || words.equals("null")) return "it ends too early";
        return Excerpt.of(words, LONGEST);
    }
}
