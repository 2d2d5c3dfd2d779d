package app.rapport.exchange.model;

import java.util.List;

/** A result for each item of a batch, in its order, and what became of the records. */
public record BatchResult(
        List<ItemResult> results, Report.Changes contacts, Report.Changes accounts) {
    public static final BatchResult NOTHING =
            new BatchResult(List.of(), new Report.Changes(0, 0), new Report.Changes(0, 0));

    public BatchResult {
        results = List.copyOf(results);
    }
}
