package app.rapport.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A password from standard input, so that it stands in no list of processes and no history. */
final class FirstLine {
    private FirstLine() {}

    static String read() throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line = reader.readLine();
        if (line == null) throw new Failure("the password is expected on standard input");
        return line;
    }
}
