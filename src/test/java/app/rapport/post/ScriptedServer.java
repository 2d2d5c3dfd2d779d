package app.rapport.post;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server that is polite until the recipient, then answers as told: what no real one does on
 * demand.
 */
final class ScriptedServer implements AutoCloseable {
    static final String HANG_UP_AFTER_DATA = "hang up";

    private final ServerSocket socket = new ServerSocket(0);
    private final AtomicInteger letters = new AtomicInteger();
    private final String answer;

    ScriptedServer(String answer) throws IOException {
        this.answer = answer;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    int letters() {
        return letters.get();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException e) {
                // the client left, or the test is over
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream out = client.getOutputStream();
        say(out, "220 scripted");
        boolean data = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (data && !line.equals(".")) continue;
            if (data) {
                letters.incrementAndGet();
                return;
            }
            data = line.startsWith("DATA");
            say(out, reply(line));
        }
    }

    private String reply(String line) {
        if (line.startsWith("RCPT") && !answer.equals(HANG_UP_AFTER_DATA)) return answer;
        if (line.startsWith("DATA")) return "354 go on";
        return line.startsWith("QUIT") ? "221 bye" : "250 fine";
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
