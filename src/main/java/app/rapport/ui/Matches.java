package app.rapport.ui;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a title where the beginnings of its words are what was typed. */
final class Matches {
    private Matches() {}

    static List<FindResults.Piece> pieces(String title, String words) {
        boolean[] marked = new boolean[title.length()];
        String folded = fold(title);
        // folding may change the length of rare letters; then nothing is marked rather than the
        // wrong thing
        if (folded.length() == title.length()) {
            for (String word : fold(words).split("\\s+")) mark(folded, word, marked);
        }
        List<FindResults.Piece> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= title.length(); i++) {
            if (i == title.length() || marked[i] != marked[start]) {
                pieces.add(new FindResults.Piece(title.substring(start, i), marked[start]));
                start = i;
            }
        }
        return pieces;
    }

    private static void mark(String title, String word, boolean[] marked) {
        if (word.isEmpty()) return;
        for (int at = title.indexOf(word); at >= 0; at = title.indexOf(word, at + 1)) {
            boolean wordStarts = at == 0 || !Character.isLetterOrDigit(title.charAt(at - 1));
            if (!wordStarts) continue;
            for (int i = at; i < at + word.length(); i++) marked[i] = true;
        }
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
