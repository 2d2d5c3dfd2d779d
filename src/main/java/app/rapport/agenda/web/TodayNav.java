package app.rapport.agenda.web;

import app.rapport.kernel.Viewer;
import app.rapport.ui.NavEntry;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Today stands first, always. */
@Component
class TodayNav implements NavEntry {
    @Override
    public Optional<Item> item(Viewer viewer) {
        return Optional.of(
                Item.of("Today", "/", "sun-high", "t", 10).alsoOnPhone().alsoHomeOf("/today"));
    }
}
