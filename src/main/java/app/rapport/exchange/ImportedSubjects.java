package app.rapport.exchange;

import app.rapport.conversations.AsideOriginals;
import app.rapport.exchange.store.ImportedPeople;
import app.rapport.kernel.PersonRecords;
import app.rapport.kernel.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * An import's item goes on naming the record that it became, and a record that was joined leads on.
 * What an import kept of somebody who is erased goes; how many items it read stays.
 */
@Component
class ImportedSubjects implements PersonRecords {
    private final ImportedPeople rows;
    private final AsideOriginals originals;

    ImportedSubjects(ImportedPeople rows, AsideOriginals originals) {
        this.rows = rows;
        this.originals = originals;
    }

    @Override
    public Set<String> columns() {
        return Set.of("import_item.subject");
    }

    @Override
    public Map<String, Long> counts(Viewer by, Erased erased) {
        return Map.of("Notes, deals and tasks kept from imports", rows.kept(by, erased.words()));
    }

    @Override
    public List<String> erase(Viewer by, Erased erased) {
        rows.remove(by, erased, originals.erase(by, erased.words()));
        return List.of();
    }

    @Override
    public List<Fact> facts(Viewer by, Erased whole) {
        return rows.facts(by, whole);
    }
}
