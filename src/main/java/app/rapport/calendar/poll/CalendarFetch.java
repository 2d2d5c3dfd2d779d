package app.rapport.calendar.poll;

import app.rapport.calendar.poll.Fetched.Changed;
import app.rapport.calendar.poll.Fetched.Mark;
import app.rapport.calendar.poll.Fetched.Trouble;
import app.rapport.calendar.poll.Fetched.Unchanged;
import app.rapport.kernel.PublicAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks for a calendar at an address; whatever the other side does, it ends soon and in words. */
public final class CalendarFetch {
    private static final int MOST_HOPS = 5;
    private static final int HEAD = 4_096;
    private static final String NO_CALENDAR =
            "There is no calendar at this address. Copy the address that ends in .ics from your calendar's settings.";

    private final Limits limits;

    /**
     * @param bytes of the largest calendar that is read
     * @param time for everything, redirects included
     * @param privateNetworks whether machines beside the server may be asked, which the one who
     *     runs it decides
     */
    public record Limits(long bytes, Duration time, boolean privateNetworks) {
        public static Limits usual(boolean privateNetworks) {
            return new Limits(20L << 20, Duration.ofSeconds(60), privateNetworks);
        }
    }

    public CalendarFetch(Limits limits) {
        this.limits = limits;
    }

    /** Said to people, never thrown past this class. */
    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String sentence) {
            super(sentence);
        }
    }

    public Fetched fetch(String address, Mark mark) {
        HttpClient client =
                HttpClient.newBuilder()
                        .connectTimeout(Duration.ofSeconds(10))
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
        CompletableFuture<Fetched> asked = new CompletableFuture<>();
        Thread.ofVirtual()
                .name("calendar-fetch")
                .start(() -> asked.complete(ask(client, address, mark)));
        try {
            return asked.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // whatever is written after that is nobody's: closing ends the thread that reads
            var _ = asked.thenAccept(CalendarFetch::forget);
            return new Trouble(
                    "The calendar's server takes too long to answer. It is tried again.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var _ = asked.thenAccept(CalendarFetch::forget);
            return new Trouble("Reading the calendar was cut short. It is tried again.");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            client.shutdownNow();
        }
    }

    private static void forget(Fetched late) {
        if (late instanceof Changed(Path file, _)) file.toFile().delete();
    }

    private Fetched ask(HttpClient client, String address, Mark mark) {
        try {
            return follow(client, uri(address), mark);
        } catch (Wrong e) {
            return new Trouble(String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            return new Trouble(
                    "The calendar's server cannot be reached. Look whether the address is right; it is tried again.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Trouble("Reading the calendar was cut short. It is tried again.");
        }
    }

    private Fetched follow(HttpClient client, URI from, Mark mark)
            throws IOException, InterruptedException, Wrong {
        URI here = from;
        for (int hop = 0; hop <= MOST_HOPS; hop++) {
            check(here);
            HttpResponse<InputStream> answer = send(client, here, mark);
            try (InputStream body = answer.body()) {
                if (answer.statusCode() == 304) return new Unchanged();
                if (answer.statusCode() == 200) return kept(body, answer);
                here = here.resolve(next(answer));
            }
        }
        throw new Wrong(
                "The address leads in a circle. Copy it again from your calendar's settings.");
    }

    private HttpResponse<InputStream> send(HttpClient client, URI here, Mark mark)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(here)
                        .timeout(limits.time())
                        .header("Accept", "text/calendar, */*;q=0.1")
                        .header("User-Agent", "Rapport");
        if (!mark.etag().isEmpty()) request.header("If-None-Match", mark.etag());
        if (!mark.modified().isEmpty()) request.header("If-Modified-Since", mark.modified());
        return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private static URI next(HttpResponse<?> answer) throws Wrong {
        int status = answer.statusCode();
        Optional<String> location = answer.headers().firstValue("Location");
        if (Set.of(301, 302, 303, 307, 308).contains(status) && location.isPresent())
            return URI.create(location.get());
        throw new Wrong(
                switch (status) {
                    case 401, 403 ->
                            "The calendar's server wants a password for this address. Copy the secret address from your calendar's settings.";
                    case 404, 410 -> NO_CALENDAR;
                    case 429 -> "The calendar's server is asked too often. It is tried again.";
                    default ->
                            "The calendar's server answers with error "
                                    + status
                                    + ". It is tried again.";
                });
    }

    /** {@code webcal:} is what calendars write for {@code https:}. */
    private static URI uri(String address) throws Wrong {
        try {
            URI uri = URI.create(address.strip().replaceFirst("(?i)^webcals?:", "https:"));
            if (uri.getHost() != null && isHttp(uri)) return uri;
        } catch (IllegalArgumentException e) {
            throw new Wrong("This is no address. It begins with https:// or webcal://.");
        }
        throw new Wrong("This is no address. It begins with https:// or webcal://.");
    }

    private static boolean isHttp(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        return scheme.equals("http") || scheme.equals("https");
    }

    /** Before each hop. */
    private void check(URI uri) throws Wrong {
        if (uri.getHost() == null || !isHttp(uri) || uri.getUserInfo() != null)
            throw new Wrong("The address leads to something that is no web address.");
        try {
            if (!PublicAddress.isHost(uri.getHost()) && !limits.privateNetworks())
                throw new Wrong(
                        "The address leads into a private network, which is not asked. Who runs this server can allow it.");
        } catch (UnknownHostException e) {
            throw new Wrong(
                    "There is no server of the name "
                            + uri.getHost()
                            + ". Look at the address again.");
        }
    }

    private Fetched kept(InputStream body, HttpResponse<?> answer) throws IOException, Wrong {
        Path file = Files.createTempFile("calendar", ".ics");
        boolean whole = false;
        try {
            copy(body, file);
            whole = true;
            return new Changed(
                    file,
                    new Mark(
                            answer.headers().firstValue("ETag").orElse(""),
                            answer.headers().firstValue("Last-Modified").orElse("")));
        } finally {
            if (!whole) Files.deleteIfExists(file);
        }
    }

    private void copy(InputStream body, Path file) throws IOException, Wrong {
        byte[] head = body.readNBytes(HEAD);
        String begin = new String(head, StandardCharsets.ISO_8859_1).replace("\0", "");
        if (!begin.toUpperCase(Locale.ROOT).contains("BEGIN:VCALENDAR"))
            throw new Wrong(NO_CALENDAR);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(head);
            long left = limits.bytes() - head.length;
            byte[] some = new byte[1 << 16];
            for (int n = body.read(some); n >= 0; n = body.read(some)) {
                left -= n;
                if (left < 0)
                    throw new Wrong(
                            "The calendar is larger than "
                                    + (limits.bytes() >> 20)
                                    + " MB. Share a smaller one, or only what is to come.");
                out.write(some, 0, n);
            }
        }
    }
}
