package app.rapport.listening;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** A sentence that people labelled: does it ask for an action or commit to one? */
record AskSentence(String text, boolean asks) {
    static final int FOLDS = 10;

    /** Lines of {@code Yes|No TAB sentence}. */
    static List<AskSentence> read(Path file) throws IOException {
        List<AskSentence> sentences = new ArrayList<>();
        for (String line : Files.readString(file).split("\r?\n")) {
            int tab = line.indexOf('\t');
            if (tab > 0)
                sentences.add(new AskSentence(line.substring(tab + 1), line.startsWith("Yes")));
        }
        return sentences;
    }

    /** The same sentence is always held out together. */
    int fold(String shuffle) {
        return (int) (digest(shuffle + text) % FOLDS);
    }

    static long digest(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
