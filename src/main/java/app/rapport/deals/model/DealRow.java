package app.rapport.deals.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A deal as a row of an export says it; text that is not given is empty.
 *
 * @param id in the program that wrote it
 * @param texts name, value, days and words that can be used, in their fields' text form
 * @param stage as it is called there
 * @param won whether it says that it is won ({@code true}) or lost
 * @param owner as the file writes it
 * @param account name of the company
 * @param accountId its id there
 * @param mails of people with a part in it, lower case
 * @param extra cells that fit nowhere, by their header
 */
public record DealRow(
        String id,
        Map<DealField, String> texts,
        String stage,
        Optional<Boolean> won,
        boolean deleted,
        String owner,
        String account,
        String accountId,
        String domain,
        List<String> mails,
        Optional<Instant> createdAt,
        Map<String, String> extra) {

    public String name() {
        return texts.getOrDefault(DealField.NAME, "");
    }
}
