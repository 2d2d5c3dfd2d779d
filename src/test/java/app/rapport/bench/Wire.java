package app.rapport.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One connection that is kept alive, one request after the other. As little work as a client can
 * do, because it runs on the cores of what it measures.
 */
final class Wire implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String headers;

    /**
     * @param headers whole lines that go with each request
     */
    Wire(int port, String headers) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(120_000);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 15);
        out = socket.getOutputStream();
        this.headers = "Host: localhost:" + port + "\r\n" + headers;
    }

    /**
     * @param head status line and headers
     * @param body as it came, compressed where the server did so
     */
    record Answer(int status, List<String> head, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        Optional<String> header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return head.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .findFirst();
        }
    }

    Answer get(String path) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\n" + headers + "\r\n");
    }

    Answer post(String path, String type, String body) throws IOException {
        return send(
                "POST "
                        + path
                        + " HTTP/1.1\r\n"
                        + headers
                        + "Content-Type: "
                        + type
                        + "\r\nContent-Length: "
                        + body.getBytes(StandardCharsets.UTF_8).length
                        + "\r\n\r\n"
                        + body);
    }

    private Answer send(String request) throws IOException {
        out.write(request.getBytes(StandardCharsets.UTF_8));
        List<String> head = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) head.add(line);
        int status = Integer.parseInt(head.getFirst().substring(9, 12));
        Answer bare = new Answer(status, head, new byte[0]);
        return new Answer(status, head, body(bare));
    }

    private byte[] body(Answer bare) throws IOException {
        if (bare.status() == 204 || bare.status() == 304) return new byte[0];
        if (bare.header("Transfer-Encoding").isPresent()) return chunks();
        return in.readNBytes(bare.header("Content-Length").map(Integer::parseInt).orElse(0));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line(), 16);
            all.write(in.readNBytes(size));
            line();
            if (size == 0) return all.toByteArray();
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new EOFException("the server closed the connection");
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
