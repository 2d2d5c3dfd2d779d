package app.rapport.deals;

import app.rapport.exchange.KeptRows;
import app.rapport.exchange.contacts.FileKind;
import app.rapport.kernel.Viewer;
import org.springframework.stereotype.Service;

/** Deals of imports that were read before there was a room for them. */
@Service
public class KeptDeals {
    private final KeptRows rows;
    private final DealImport imports;

    KeptDeals(KeptRows rows, DealImport imports) {
        this.rows = rows;
        this.imports = imports;
    }

    public long waiting(Viewer viewer) {
        return rows.waiting(viewer, FileKind.DEALS);
    }

    /** Makes deals of them, as if the files were read today. */
    public KeptRows.Given take(Viewer viewer) {
        return rows.give(viewer, imports);
    }
}
