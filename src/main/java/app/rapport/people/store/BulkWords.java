package app.rapport.people.store;

import app.rapport.people.model.Deed;

/**
 * What a deed is in SQL, to be put into one statement for all deeds. The words are ours alone; the
 * tag or owner is the parameter {@code value}.
 *
 * @param text the field of contact {@code c} as its history writes it
 * @param other whether the deed would change them
 * @param set what it changes
 * @param mine whether undo may touch them: nobody did the like to them since
 * @param back what undo changes; {@code found} has what stood there before and right after
 */
record BulkWords(String text, String other, String set, String mine, String back) {
    private static final String TAGS = "array_to_string(c.tags, chr(30))";
    private static final String OWNER = "coalesce(c.owner_id::text, '')";
    private static final String GIVEN_OWNER = "cast(nullif(:value, '') AS uuid)";

    /** Since then somebody put this very tag on, or took it off. */
    private static final String TAG_LEFT_ALONE =
            """
            NOT EXISTS (
              SELECT FROM field_change l
              WHERE l.workspace_id = f.workspace_id AND l.subject_id = f.subject_id AND l.field = f.field AND l.at > f.at
                AND (:value = ANY (string_to_array(l.old_value, chr(30)))) <> (:value = ANY (string_to_array(l.new_value, chr(30)))))\
            """;

    /** To the letter where nobody changed the tags since, else only this tag. */
    private static final String TAGS_BACK =
            "tags = CASE WHEN found.standing = found.new_value THEN string_to_array(found.old_value, chr(30)) ELSE %s END";

    static BulkWords of(Deed deed) {
        return switch (deed) {
            case Deed.AddTag _ ->
                    new BulkWords(
                            TAGS,
                            "NOT (:value = ANY (c.tags))",
                            "tags = array_append(c.tags, cast(:value AS text))",
                            TAG_LEFT_ALONE,
                            TAGS_BACK.formatted("array_remove(c.tags, cast(:value AS text))"));
            case Deed.RemoveTag _ ->
                    new BulkWords(
                            TAGS,
                            ":value = ANY (c.tags)",
                            "tags = array_remove(c.tags, cast(:value AS text))",
                            TAG_LEFT_ALONE,
                            TAGS_BACK.formatted(
                                    "CASE WHEN :value = ANY (c.tags) THEN c.tags ELSE array_append(c.tags, cast(:value AS text)) END"));
            case Deed.SetOwner _ ->
                    new BulkWords(
                            OWNER,
                            "c.owner_id IS DISTINCT FROM " + GIVEN_OWNER,
                            "owner_id = " + GIVEN_OWNER,
                            OWNER
                                    + """
                                     = f.new_value AND NOT EXISTS (
                                      SELECT FROM field_change l
                                      WHERE l.workspace_id = f.workspace_id AND l.subject_id = f.subject_id
                                        AND l.field = f.field AND l.at > f.at)\
                                    """,
                            "owner_id = cast(nullif(found.old_value, '') AS uuid)");
            case Deed.Delete _ ->
                    new BulkWords(
                            "CASE WHEN c.deleted_at IS NULL THEN '' ELSE 'yes' END",
                            "c.deleted_at IS NULL",
                            "deleted_at = :at, deleted_by = :member",
                            "c.deleted_at = f.at",
                            "deleted_at = NULL, deleted_by = NULL");
        };
    }

    String in(String statement) {
        return statement
                .replace("{text}", text)
                .replace("{other}", other)
                .replace("{set}", set)
                .replace("{mine}", mine)
                .replace("{back}", back);
    }
}
