package app.rapport.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import org.springframework.context.ApplicationContext;

/**
 * Visits a few pages of our own, so that the cache that the build makes holds what a first visit
 * needs.
 */
final class Training {
    private static final List<String> PAGES = List.of("/", "/login", "/api/v1/me", "/no-such-page");

    private Training() {}

    static void visit(ApplicationContext context) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        for (String page : PAGES) {
            try {
                HttpURLConnection connection =
                        (HttpURLConnection)
                                URI.create("http://localhost:" + port + page)
                                        .toURL()
                                        .openConnection();
                connection.setInstanceFollowRedirects(true);
                InputStream body =
                        connection.getResponseCode() < 400
                                ? connection.getInputStream()
                                : connection.getErrorStream();
                if (body != null) body.readAllBytes();
            } catch (IOException e) {
                System.err.println("training: " + page + ": " + e.getMessage());
            }
        }
    }
}
