package app.rapport.calls;

import app.rapport.access.Secrets;
import app.rapport.calls.store.CaseLinkRows;
import app.rapport.database.CurrentWorkspace;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Business cases as they are opened by their links, without a login. Nothing is written: who opened
 * one, and how often, is nobody's business. 256 random bits are not found by trying.
 */
@Service
public class OpenCases {
    private final CaseLinkRows rows;
    private final Clock clock;

    OpenCases(CaseLinkRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    public Optional<OpenCase> open(String secret) {
        return rows.where(Secrets.hash(secret))
                .flatMap(where ->
                        CurrentWorkspace.call(
                                where.workspace(), () -> rows.open(where, clock.instant())));
    }
}
