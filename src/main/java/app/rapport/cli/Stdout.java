package app.rapport.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where a command's result goes. A library that prints by itself, as the one for Outlook files does
 * at damaged ones, must not come between two lines of it, so in the program {@link System#out}
 * leads nowhere.
 */
final class Stdout {
    private static volatile @Nullable PrintStream ours;

    private Stdout() {}

    /** From now on only results are written to it. */
    static void keep(PrintStream stream) {
        ours = stream;
        System.setOut(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }

    static PrintStream result() {
        PrintStream kept = ours;
        return kept == null ? System.out : kept;
    }
}
