package app.rapport.exchange.web;

import app.rapport.kernel.SearchSource;
import app.rapport.kernel.Viewer;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Bringing files, among what can be done. */
@Component
class ImportDoing implements SearchSource {
    @Override
    public List<Hit> find(Viewer viewer, String words, int limit) {
        return List.of();
    }

    @Override
    public List<Hit> doings(Viewer viewer, String words, Optional<Hit> first) {
        return first.isPresent()
                ? List.of()
                : List.of(new Hit("do", "Import mail or contacts", "", "/imports", 0.5));
    }
}
