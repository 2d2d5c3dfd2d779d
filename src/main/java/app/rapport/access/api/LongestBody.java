package app.rapport.access.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A body that is too long is refused before it is read, or, where its length was not told, while it
 * is read: who has a token could fill the memory otherwise. Uploads are left out; they go to disk.
 */
public final class LongestBody extends OncePerRequestFilter {
    private static final int LONGEST = 5_000_000;

    /** 15 MB of files are 20 MB in Base64. */
    private static final int LONGEST_MAIL = 22 << 20;

    /** More came than may come. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;

        TooLong(int longest) {
            super("The body is longer than %d MB.".formatted(longest / 1_000_000));
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int longest = request.getRequestURI().endsWith("/mails") ? LONGEST_MAIL : LONGEST;
        try {
            if (request.getContentLengthLong() > longest) throw new TooLong(longest);
            chain.doFilter(
                    request.getContentLengthLong() < 0 ? new Bounded(request, longest) : request,
                    response);
        } catch (TooLong e) {
            ApiProblems.write(
                    response, HttpStatus.CONTENT_TOO_LARGE, String.valueOf(e.getMessage()));
        }
    }

    private static final class Bounded extends HttpServletRequestWrapper {
        private final int longest;

        Bounded(HttpServletRequest request, int longest) {
            super(request);
            this.longest = longest;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), longest);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(
                    new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Counted extends ServletInputStream {
        private final ServletInputStream in;
        private final int longest;
        private int left;

        Counted(ServletInputStream in, int longest) {
            this.in = in;
            this.longest = longest;
            this.left = longest;
        }

        private int counted(int read) throws IOException {
            if (read > left) throw new TooLong(longest);
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            counted(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return counted(in.read(into, offset, length));
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
