package app.rapport.deals.store;

/** What stood in a field of {@code d} then: the first change since tells what was before it. */
final class FieldThen {
    private static final String THEN =
            """
            CASE WHEN d.updated_at <= :at THEN %2$s ELSE coalesce(
                (SELECT c.old_value FROM deal_change c WHERE c.workspace_id = d.workspace_id AND c.deal_id = d.id
                                                         AND c.field = '%1$s' AND c.at > :at ORDER BY c.at, c.id LIMIT 1), %2$s) END
            """;

    private FieldThen() {}

    /**
     * @param field as its history calls it
     * @param now its text as it stands
     */
    static String of(String field, String now) {
        return THEN.formatted(field, now);
    }
}
