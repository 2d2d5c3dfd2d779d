package app.rapport.negotiations.web;

import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.Negotiations;
import app.rapport.ui.NavEntry;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Negotiations in the side, with the viewer's first one. */
@Component
class NegotiationsNav implements NavEntry {
    private final Negotiations negotiations;

    NegotiationsNav(Negotiations negotiations) {
        this.negotiations = negotiations;
    }

    @Override
    public Optional<Item> item(Viewer viewer) {
        return negotiations.any(viewer)
                ? Optional.of(Item.of("Negotiations", "/negotiations", "scale", "n", 50))
                : Optional.empty();
    }

    @Override
    public Right needs() {
        return Right.READ_RECORDS;
    }
}
