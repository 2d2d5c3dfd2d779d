package app.rapport.listening;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Words that are used alike: 50 coarse and 200 fine kinds of some 21,700 English words, so that
 * what is learned of "send" holds for "forward" too. The kinds are k-means clusters of the word
 * vectors of the language model bge-small-en-v1.5 (MIT); the most frequent words are a kind of
 * their own, as are words that are not in the list. Words are {@link String#hashCode()}s.
 */
final class WordKinds {
    /** Marks a word that is a kind of its own. */
    private static final int ITSELF = 255;

    private static final int ENTRY = Integer.BYTES + 2;
    private static final WordKinds SHIPPED = shipped();

    private final int[] words;
    private final byte[] coarse;
    private final byte[] fine;

    private WordKinds(int size) {
        words = new int[size];
        coarse = new byte[size];
        fine = new byte[size];
    }

    /** The kind of each word; a word that is a kind of its own stands for itself. */
    record Of(int[] coarse, int[] fine) {}

    static Of of(int[] words) {
        Of of = new Of(words.clone(), words.clone());
        for (int i = 0; i < words.length; i++) {
            int at = Arrays.binarySearch(SHIPPED.words, words[i]);
            if (at < 0) continue;
            mark(of.coarse, i, SHIPPED.coarse[at]);
            mark(of.fine, i, SHIPPED.fine[at]);
        }
        return of;
    }

    private static void mark(int[] kinds, int i, byte kind) {
        if ((kind & 0xff) != ITSELF) kinds[i] = ~(kind & 0xff);
    }

    private static WordKinds shipped() {
        try (InputStream in = WordKinds.class.getResourceAsStream("words.kinds")) {
            if (in == null) throw new IllegalStateException("words.kinds is missing");
            byte[] bytes = in.readAllBytes();
            WordKinds kinds = new WordKinds(bytes.length / ENTRY);
            DataInputStream data = new DataInputStream(new ByteArrayInputStream(bytes));
            for (int i = 0; i < kinds.words.length; i++) {
                kinds.words[i] = data.readInt();
                kinds.coarse[i] = data.readByte();
                kinds.fine[i] = data.readByte();
            }
            return kinds;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
