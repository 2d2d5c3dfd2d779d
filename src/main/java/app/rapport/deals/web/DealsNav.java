package app.rapport.deals.web;

import app.rapport.deals.DealsTab;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.ui.NavEntry;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Deals in the side; also before the first one, for the page says how to bring or make one. */
@Component
class DealsNav implements NavEntry {
    private final ObjectProvider<DealsTab> tabs;

    DealsNav(ObjectProvider<DealsTab> tabs) {
        this.tabs = tabs;
    }

    @Override
    public Optional<Item> item(Viewer viewer) {
        return Optional.of(
                Item.of("Deals", "/deals", "briefcase", "d", 40)
                        .alsoHomeOf(tabs.stream().map(DealsTab::href).toArray(String[]::new)));
    }

    @Override
    public Right needs() {
        return Right.READ_RECORDS;
    }
}
