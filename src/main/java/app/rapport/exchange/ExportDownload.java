package app.rapport.exchange;

import app.rapport.kernel.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Everything as one zip over HTTP, written as it is read. Each holds a connection to the database
 * for as long as somebody downloads; therefore a few at a time.
 */
@Component
public class ExportDownload {
    private static final int AT_ONCE = 3;

    private final Export export;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE);

    ExportDownload(Export export, Clock clock) {
        this.export = export;
        this.clock = clock;
    }

    public void send(Viewer viewer, HttpServletResponse response) throws IOException {
        if (!places.tryAcquire())
            throw new ResponseStatusException(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "Other exports are being written. Try again when they are done.");
        try {
            String day = LocalDate.ofInstant(clock.instant(), viewer.zone()).toString();
            response.setContentType("application/zip");
            response.setHeader(
                    "Content-Disposition", "attachment; filename=\"rapport-" + day + ".zip\"");
            export.toZip(viewer, response.getOutputStream());
        } finally {
            places.release();
        }
    }
}
