package app.rapport.experience.store;

/**
 * Who was in charge of the person {@code c} at the moment {@code :at}: the first change since tells
 * who was before it.
 */
final class OwnerThen {
    static final String SQL =
            """
            CASE WHEN c.updated_at <= :at THEN c.owner_id ELSE nullif(coalesce(
                (SELECT f.old_value FROM field_change f WHERE f.workspace_id = c.workspace_id AND f.subject_id = c.id
                                                          AND f.field = 'owner_id' AND f.at > :at ORDER BY f.at, f.id LIMIT 1),
                c.owner_id::text, ''), '')::uuid END
            """;

    private OwnerThen() {}
}
