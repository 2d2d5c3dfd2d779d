package app.rapport.exchange.web;

import app.rapport.exchange.model.AsideItem;
import app.rapport.exchange.model.AsideKind;
import app.rapport.exchange.model.Progress;
import app.rapport.ui.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One import with all that came of it.
 *
 * @param tables that wait for a look at their columns
 * @param checked what they would become, once somebody asked
 * @param skipped files that hold nothing to import
 */
public record ImportPage(
        ImportCard card,
        List<MappingTable> tables,
        Optional<CheckedReport> checked,
        List<Aside> aside,
        Map<AsideKind, Long> kinds,
        Optional<Long> more,
        List<String> skipped)
        implements Page {

    /**
     * @param says in one line
     */
    public record Aside(AsideItem item, String says) {}

    public boolean restIsIn() {
        return card.progress().state() == Progress.State.DONE;
    }

    public boolean mapping() {
        return !tables.isEmpty();
    }

    /** Whether an item's file is worth naming. */
    public boolean severalSources() {
        return aside.stream().map(one -> one.item().what().source()).distinct().count() > 1;
    }
}
