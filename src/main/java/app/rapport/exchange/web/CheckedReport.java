package app.rapport.exchange.web;

import app.rapport.exchange.model.AsideItem;
import app.rapport.exchange.model.Report;
import app.rapport.ui.Page;
import java.util.List;
import java.util.Optional;

/** What an import would do; nothing of it is stored. */
public record CheckedReport(Report report) implements Page {
    private static final int SHOWN = 20;

    /** The first that would be set aside. */
    public List<AsideItem> aside() {
        return report.setAsideItems().stream()
                .limit(SHOWN)
                .map(what -> new AsideItem(0, what, Optional.empty()))
                .toList();
    }
}
