package app.rapport.exchange.contacts;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which character parts the cells: the one that gives most rows the same number of cells. */
final class Delimiters {
    private static final char[] KNOWN = {',', ';', '\t', '|'};
    private static final int SAMPLE = 1 << 16;

    private Delimiters() {}

    static char of(Reader text) throws IOException {
        char[] buffer = new char[SAMPLE];
        int length = 0;
        for (int n = text.read(buffer, 0, SAMPLE);
                n > 0;
                n = text.read(buffer, length, SAMPLE - length)) length += n;
        String sample = new String(buffer, 0, length);
        // "sep=;" is what spreadsheets put first to say it themselves
        if (sample.matches("(?s)^\"?sep=.\"?\\R.*")) return sample.charAt(sample.indexOf('=') + 1);
        char best = ',';
        double bestScore = 0;
        for (char candidate : KNOWN) {
            double score = score(sample, candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static double score(String sample, char delimiter) throws IOException {
        Map<Integer, Integer> widths = new HashMap<>();
        int rows = 0;
        try (CsvRows table = new CsvRows(new StringReader(sample), delimiter)) {
            for (Optional<RawRow> row = table.next();
                    row.isPresent() && rows < 200;
                    row = table.next()) {
                if (row.get().blank()) continue;
                rows++;
                if (row.get().cells().size() > 1)
                    widths.merge(row.get().cells().size(), 1, Integer::sum);
            }
        }
        if (widths.isEmpty()) return 0;
        int agreeing = Collections.max(widths.values());
        int width =
                widths.entrySet().stream()
                        .filter(entry -> entry.getValue() == agreeing)
                        .mapToInt(Map.Entry::getKey)
                        .max()
                        .orElse(1);
        return (double) agreeing / rows * Math.log(1 + width);
    }
}
