package app.rapport.reports;

import app.rapport.kernel.ReportSource;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Every report of every room, in order. */
@Component
class Reports {
    private final List<ReportSource> sources;

    Reports(List<ReportSource> sources) {
        this.sources =
                sources.stream().sorted(Comparator.comparingInt(ReportSource::order)).toList();
    }

    List<ReportSource> all() {
        return sources;
    }

    ReportSource first() {
        return sources.getFirst();
    }

    /**
     * @throws ResponseStatusException 404 where there is none of that name
     */
    ReportSource of(String key) {
        return sources.stream()
                .filter(source -> source.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
