package app.rapport.exchange.contacts;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import java.util.Optional;

/**
 * The blocks BEGIN:X … END:X of a vCard or iCalendar file, each as its own text, so that a broken
 * one cannot spoil the others.
 */
final class TextBlocks implements Closeable {
    private static final int LONGEST = 1 << 25;
    private final BufferedReader lines;
    private final String begin;
    private final String end;
    private int number;
    private boolean begun;

    /**
     * @param number from 1
     * @param text with its BEGIN and END; the END is added where the file ends too early
     * @param whole whether it had an END of its own
     */
    record Block(int number, String text, boolean whole) {}

    TextBlocks(Reader in, String name) {
        lines = new BufferedReader(in, 1 << 16);
        begin = "BEGIN:" + name;
        end = "END:" + name;
    }

    Optional<Block> next() throws IOException {
        while (!begun) {
            String line = lines.readLine();
            if (line == null) return Optional.empty();
            begun = is(line, begin);
        }
        begun = false;
        number++;
        return Optional.of(block());
    }

    private Block block() throws IOException {
        StringBuilder text = new StringBuilder(begin).append("\r\n");
        int inner = 0;
        String before = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (is(line, begin)) {
                // a card in a card stands after AGENT only (RFC 2426, 3.5.4)
                if (!before.toUpperCase(Locale.ROOT).startsWith("AGENT")) {
                    begun = true;
                    break;
                }
                inner++;
            }
            if (text.length() < LONGEST) text.append(line).append("\r\n");
            if (is(line, end) && inner-- == 0) return new Block(number, text.toString(), true);
            before = line.strip();
        }
        return new Block(number, text.append(end).append("\r\n").toString(), false);
    }

    private static boolean is(String line, String wanted) {
        return line.strip().equalsIgnoreCase(wanted);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
