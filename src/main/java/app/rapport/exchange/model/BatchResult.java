package app.rapport.exchange.model;

import java.util.List;

/** A result for each item of a batch, in its order, and what became of the records. */
public record BatchResult(
        List<ItemResult> results, Report.Changes contacts, Report.Changes accounts) {
    public BatchResult {
        results = List.copyOf(results);
    }
}
