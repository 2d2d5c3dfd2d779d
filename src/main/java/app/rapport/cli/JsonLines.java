package app.rapport.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A file of JSON objects, one a line, and what a command answers to each. */
final class JsonLines {
    /** Characters of a line that are taken; of what is longer the rest is left out. */
    static final int LONGEST = 10_000_000;

    static final String TOO_LONG = "the line is longer than 10,000,000 characters";

    private JsonLines() {}

    /** What is printed for one line. */
    interface Answered {
        /**
         * @param number of the line, from 1
         */
        String of(String line, int number);
    }

    /**
     * @param wanted what a line is to hold, for the complaint about one that does not
     * @param answer adds to a result that carries the line's id
     */
    static void answer(Path file, String wanted, BiConsumer<JsonNode, ObjectNode> answer)
            throws IOException {
        each(file, (line, number) -> answered(file, line, number, wanted, answer));
    }

    /** Prints a line for each that is not blank. */
    static void each(Path file, Answered answered) throws IOException {
        PrintStream out = Stdout.result();
        int number = 0;
        try (BufferedReader reader = opened(file)) {
            for (String line = next(reader); !line.isEmpty(); line = next(reader)) {
                number++;
                if (number == 1 && line.startsWith("\ufeff")) line = line.substring(1);
                if (!line.isBlank()) out.println(answered.of(line, number));
            }
        }
        out.flush();
    }

    /** With its end; empty at the end of the file. No line is held that would fill the memory. */
    private static String next(BufferedReader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        int read = reader.read();
        while (read >= 0) {
            if (line.length() < LONGEST) line.append((char) read);
            if (read == '\n') break;
            read = reader.read();
        }
        return line.toString();
    }

    /** Unlike Files.newBufferedReader this reads what is no UTF-8 as U+FFFD. */
    private static BufferedReader opened(Path file) throws IOException {
        if (Files.isDirectory(file)) throw new Failure(file + " is a folder, not a file");
        try {
            return new BufferedReader(
                    new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw new Failure("there is no file " + file);
        } catch (AccessDeniedException e) {
            throw new Failure(file + " may not be read");
        }
    }

    private static String answered(
            Path file,
            String line,
            int number,
            String wanted,
            BiConsumer<JsonNode, ObjectNode> answer) {
        try {
            JsonNode row = JsonLine.JSON.readTree(line);
            if (!row.isObject()) throw new IllegalArgumentException("no object");
            ObjectNode result = JsonLine.JSON.createObjectNode();
            result.set("id", row.get("id"));
            answer.accept(row, result);
            return JsonLine.of(result);
        } catch (Failure e) {
            throw new Failure(file + ", line " + number + ": " + e.getMessage());
        } catch (RuntimeException e) {
            throw new Failure(
                    file + ", line " + number + ": this is no JSON object with " + wanted);
        }
    }
}
