package app.rapport.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** From the call of a command to its first page or its end, and what an idle server holds. */
final class StartMeasure implements Measure {
    private static final int ROUNDS = 5;
    private static final int IDLE_SECONDS = 20;

    @Override
    public Map<String, Object> size() {
        return Map.of("startRounds", ROUNDS);
    }

    @Override
    public List<Figure> figures() throws Exception {
        Path data = Files.createTempDirectory("rapport-bench");
        Path out = Files.createTempFile("rapport-bench", ".out");
        try {
            Program.setUp(data);
            double[] starts = new double[ROUNDS];
            long idle = 0;
            for (int i = 0; i < ROUNDS; i++) {
                int port = 18300 + i;
                long begin = System.nanoTime();
                Process server =
                        Program.start(out, "serve", "--port", "" + port, "--data", data.toString());
                awaitPage(server, port);
                starts[i] = (System.nanoTime() - begin) / 1e9;
                if (i == ROUNDS - 1) {
                    Thread.sleep(IDLE_SECONDS * 1000L);
                    idle = Program.memory(data).orElseThrow()[0];
                }
                Program.end(server);
            }
            return List.of(
                    Figure.atMost("start", Figure.median(starts), "s", 4),
                    Figure.atMost("idle-memory", idle, "MB", 320),
                    Figure.atMost("help", median(out, "--help"), "s", 1),
                    Figure.atMost("help-import", median(out, "import", "--help"), "s", 1),
                    Figure.atMost(
                            "doctor", median(out, "doctor", "--data", data.toString()), "s", 3),
                    Figure.atMost(
                            "today", median(out, "today", "--data", data.toString()), "s", 3));
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private static double median(Path out, String... words) throws Exception {
        double[] seconds = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) seconds[i] = Program.seconds(out, words);
        return Figure.median(seconds);
    }

    static void awaitPage(Process server, int port) throws Exception {
        URI address = URI.create("http://localhost:" + port + "/");
        while (server.isAlive()) {
            try {
                HttpURLConnection page = (HttpURLConnection) address.toURL().openConnection();
                page.setInstanceFollowRedirects(false);
                if (page.getResponseCode() > 0) return;
            } catch (IOException e) {
                Thread.sleep(10);
            }
        }
        throw new IOException("serve ended before its first page");
    }
}
