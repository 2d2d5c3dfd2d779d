package app.rapport.listening;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What words and short runs of words tell of a sentence that may ask or commit, as a person would
 * name it: a request, a time, an order, a telephone number, a way to unsubscribe. {@code asks.cues}
 * says which runs are which cue. Found by the hashes of all runs of up to {@link #LONGEST} words.
 */
final class AskCues {
    static final int LONGEST = 4;
    private static final int TABLE = 1 << 14;
    private static final int SEED = 17;
    private static final AskCues SHIPPED = new AskCues(lines());

    private final int[] runs = new int[TABLE];
    private final byte[] cues = new byte[TABLE];
    private final Map<String, List<String>> classes = new HashMap<>();
    private int count;

    private AskCues(List<String> lines) {
        Arrays.fill(cues, (byte) -1);
        for (String line : lines) {
            int colon = line.indexOf(": ");
            if (line.startsWith("#") || colon < 0) continue;
            String name = line.substring(0, colon);
            String rest = line.substring(colon + 2);
            if (name.startsWith("<")) classes.put(name, List.of(rest.split(" ")));
            else {
                for (String run : rest.split(" \\| ")) add(run.split(" "), 0, SEED, count);
                count++;
            }
        }
    }

    /** How many cues there are; no more than a long has bits. */
    static int count() {
        return SHIPPED.count;
    }

    /** A bit for each cue that the words hold. */
    static long in(int[] words) {
        return SHIPPED.found(words);
    }

    private long found(int[] words) {
        long found = 0;
        for (int i = -1; i < words.length; i++) {
            int hash = SEED;
            for (int j = i; j < Math.min(words.length, i + LONGEST); j++) {
                hash = AskFeatures.mix(hash, j < 0 ? AskWords.BEGINNING : words[j]);
                for (int at = slot(hash); cues[at] >= 0; at = at + 1 & TABLE - 1)
                    if (runs[at] == hash) found |= 1L << cues[at];
            }
        }
        return found;
    }

    /** Adds a run with each word of its classes. */
    private void add(String[] run, int at, int hash, int cue) {
        if (at == run.length) {
            put(hash, cue);
            return;
        }
        for (String word : classes.getOrDefault(run[at], List.of(run[at])))
            add(run, at + 1, AskFeatures.mix(hash, word.hashCode()), cue);
    }

    private void put(int hash, int cue) {
        int at = slot(hash);
        while (cues[at] >= 0) at = at + 1 & TABLE - 1;
        runs[at] = hash;
        cues[at] = (byte) cue;
    }

    private static int slot(int hash) {
        return (((hash ^ (hash >>> 15)) * 0x85ebca6b) >>> 8) & (TABLE - 1);
    }

    private static List<String> lines() {
        try (InputStream in = AskCues.class.getResourceAsStream("asks.cues")) {
            if (in == null) throw new IllegalStateException("asks.cues is missing");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
