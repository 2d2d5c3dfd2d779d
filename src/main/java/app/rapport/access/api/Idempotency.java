package app.rapport.access.api;

import static app.rapport.kernel.GivenWords.orEmpty;

import app.rapport.access.IdempotentAnswers;
import app.rapport.access.IdempotentAnswers.Remembered;
import app.rapport.kernel.Sha256;
import app.rapport.kernel.Viewer;
import app.rapport.ui.Seat;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A POST with an {@code Idempotency-Key} is done once: the same again gets the same answer, another
 * request under the key is refused (draft-ietf-httpapi-idempotency-key-header). Only what was done
 * is remembered; who was refused may mend the request and send it under the same key. Uploads are
 * left out: an import knows its files by their content.
 */
public final class Idempotency extends OncePerRequestFilter {
    public static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;

    private final IdempotentAnswers answers;
    private final Supplier<String> reach;

    /**
     * @param reach what who asks may do and see: an answer is given again to the same reach only
     */
    public Idempotency(IdempotentAnswers answers, Supplier<String> reach) {
        this.answers = answers;
        this.reach = reach;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return !request.getMethod().equals("POST")
                || request.getHeader(HEADER) == null
                || (type != null && type.startsWith("multipart/"));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Viewer> viewer = Seat.of(request).map(Seat::viewer);
        String key = request.getHeader(HEADER).strip();
        if (viewer.isEmpty() || key.isEmpty() || key.length() > LONGEST_KEY) {
            ApiProblems.write(
                    response,
                    HttpStatus.BAD_REQUEST,
                    "An Idempotency-Key has 1 to 200 characters.");
        } else {
            byte[] body =
                    request.getInputStream().readAllBytes(); // no more than LongestBody lets by
            String own = key + "\n" + HexFormat.of().formatHex(Sha256.of(reach.get()));
            once(viewer.get(), own, new ReadRequest(request, body), response, chain);
        }
    }

    private void once(
            Viewer viewer,
            String key,
            ReadRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        byte[] digest = digest(request);
        Optional<Remembered> standing = answers.claim(viewer, key, digest);
        if (standing.isEmpty()) {
            perform(viewer, key, digest, request, response, chain);
        } else if (!MessageDigest.isEqual(standing.get().request(), digest)) {
            ApiProblems.write(
                    response,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "This Idempotency-Key was used for another request. Take a new one.");
        } else if (standing.get().status().isEmpty()) {
            ApiProblems.write(
                    response, HttpStatus.CONFLICT, "This request is being done. Ask again later.");
        } else if (standing.get().body().isEmpty()) {
            ApiProblems.write(
                    response,
                    HttpStatus.CONFLICT,
                    "This request was done. What was answered cannot be read any more.");
        } else {
            repeat(standing.get(), response);
        }
    }

    /** Nobody gets the answer before what was done stands. */
    private void perform(
            Viewer viewer,
            String key,
            byte[] digest,
            ReadRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        try {
            answers.together(viewer, key, () -> answered(digest, request, kept, chain));
        } catch (Broken e) {
            if (e.getCause() instanceof IOException cause) throw cause;
            throw new ServletException(e.getCause());
        }
        kept.copyBodyToResponse();
    }

    private static Optional<Remembered> answered(
            byte[] digest,
            ReadRequest request,
            ContentCachingResponseWrapper kept,
            FilterChain chain) {
        try {
            chain.doFilter(request, kept);
        } catch (ServletException | IOException e) {
            throw new Broken(e);
        }
        return kept.getStatus() < 300 ? Optional.of(remembered(digest, kept)) : Optional.empty();
    }

    /** What breaks the work, through a transaction that knows no servlets. */
    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;

        Broken(Exception cause) {
            super(cause);
        }
    }

    private static Remembered remembered(byte[] digest, ContentCachingResponseWrapper answer) {
        return new Remembered(
                digest,
                Optional.of(answer.getStatus()),
                orEmpty(answer.getContentType()),
                orEmpty(answer.getHeader(HttpHeaders.ETAG)),
                Optional.of(new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8)));
    }

    private static void repeat(Remembered answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status().orElseThrow());
        if (!answer.contentType().isEmpty()) response.setContentType(answer.contentType());
        if (!answer.etag().isEmpty()) response.setHeader(HttpHeaders.ETAG, answer.etag());
        response.getOutputStream().write(answer.body().orElse("").getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] digest(ReadRequest request) {
        String asked = request.getRequestURI() + "?" + orEmpty(request.getQueryString()) + "\n";
        MessageDigest digest = Sha256.begun();
        digest.update(asked.getBytes(StandardCharsets.UTF_8));
        return digest.digest(request.body());
    }
}
