package app.rapport.reports;

import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.ui.NavEntry;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reports in the side, for those who may see them. */
@Component
class ReportsNav implements NavEntry {
    @Override
    public Optional<Item> item(Viewer viewer) {
        return Optional.of(Item.of("Reports", "/reports", "timeline", "r", 60));
    }

    @Override
    public Right needs() {
        return Right.SEE_REPORTS;
    }
}
