package app.rapport.mailboxes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A line to a mail server that can be cut, or on which somebody else answers. */
final class Line implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final int server;
    private volatile int connections;

    private Line(int server) throws IOException {
        this.server = server;
        Thread.ofVirtual().start(this::accept);
    }

    static Line to(int server) throws IOException {
        return new Line(server);
    }

    /** One that lets nobody in, with these words. */
    static Line refusing(String login) throws IOException {
        ServerSocket door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual()
                .start(() -> {
                    while (!door.isClosed()) answer(door, login);
                });
        return new Line(door.getLocalPort());
    }

    private static void answer(ServerSocket door, String login) {
        try (Socket socket = door.accept()) {
            OutputStream out = socket.getOutputStream();
            say(out, "* OK [CAPABILITY IMAP4rev1] ready");
            var lines =
                    new java.io.BufferedReader(
                            new java.io.InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ");
                if (words[1].equalsIgnoreCase("LOGIN")) say(out, words[0] + " " + login);
                else say(out, "* CAPABILITY IMAP4rev1\r\n" + words[0] + " OK done");
            }
        } catch (IOException e) {
            // whoever asked has gone
        }
    }

    private static void say(OutputStream out, String words) throws IOException {
        out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket here = door.accept();
                Socket there = new Socket(InetAddress.getLoopbackAddress(), server);
                connections++;
                open.addAll(List.of(here, there));
                Thread.ofVirtual().start(() -> carry(here, there));
                Thread.ofVirtual().start(() -> carry(there, here));
            } catch (IOException e) {
                if (!door.isClosed()) throw new UncheckedIOException(e);
            }
        }
    }

    private static void carry(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            in.transferTo(to.getOutputStream());
        } catch (IOException e) {
            // it was cut
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /** How often somebody connected. */
    int connections() {
        return connections;
    }

    void cut() throws IOException {
        for (Socket socket : open) socket.close();
        open.clear();
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
