package app.rapport.people.store;

import app.rapport.kernel.PersonRecords.Fact;
import app.rapport.kernel.RecordKind;
import app.rapport.kernel.Viewer;
import app.rapport.people.model.ContactField;
import app.rapport.people.model.FieldText;
import app.rapport.people.model.Union;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What stands in a person's record, each field with who said it last and when. */
@Repository
class RecordFacts {
    private final JdbcClient jdbc;
    private final RecordStates states;

    RecordFacts(JdbcClient jdbc, RecordStates states) {
        this.jdbc = jdbc;
        this.states = states;
    }

    private record Origin(Instant at, String from) {}

    List<Fact> of(Viewer viewer, Collection<UUID> people) {
        List<Fact> facts = new ArrayList<>();
        for (UUID person : people) record(viewer, person, facts);
        facts.addAll(history(viewer, people));
        facts.addAll(roles(viewer, people));
        return facts;
    }

    private void record(Viewer viewer, UUID person, List<Fact> facts) {
        Map<String, String> state;
        try {
            state = states.read(viewer, RecordKind.CONTACT, person);
        } catch (NoSuchElementException e) {
            return;
        }
        Map<String, Origin> said = said(viewer, person);
        Origin made = made(viewer, person);
        for (ContactField field : ContactField.values()) {
            String text = state.getOrDefault(field.key(), "");
            if (text.isEmpty()) continue;
            Origin from = said.getOrDefault(field.key(), made);
            facts.add(
                    new Fact(
                            "Record",
                            field.label(),
                            named(viewer, field, text),
                            from.at(),
                            from.from()));
        }
        for (String cell : FieldText.list(state.getOrDefault(Union.EXTRA, "")))
            facts.add(
                    new Fact(
                            "Other cells",
                            cell.split("\u001f")[0],
                            cell.split("\u001f", 2)[1],
                            made.at(),
                            made.from()));
    }

    /** Who is meant by an id. */
    private String named(Viewer viewer, ContactField field, String text) {
        String table =
                switch (field.shape()) {
                    case ACCOUNT -> "account";
                    case MEMBER -> "member";
                    default -> "";
                };
        if (table.isEmpty()) return field == ContactField.NOTES ? text : FieldText.shown(text);
        return jdbc.sql(
                        "SELECT name FROM "
                                + table
                                + " WHERE workspace_id = :workspace AND id = :id")
                .param("workspace", viewer.workspace().value())
                .param("id", UUID.fromString(text))
                .query(String.class)
                .optional()
                .orElse("");
    }

    private String shown(Viewer viewer, String field, String text) {
        return text.isEmpty()
                ? "empty"
                : ContactField.of(field)
                        .map(known -> named(viewer, known, text))
                        .orElseGet(() -> FieldText.shown(text));
    }

    private static final String WHO =
            "CASE WHEN i.id IS NOT NULL THEN 'import ' || i.title WHEN m.id IS NOT NULL THEN 'typed by ' || m.name ELSE 'Rapport' END";

    private Map<String, Origin> said(Viewer viewer, UUID person) {
        Map<String, Origin> said = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT DISTINCT ON (f.field) f.field, f.at, %s AS who FROM field_change f
                        LEFT JOIN member m ON m.workspace_id = f.workspace_id AND m.id = f.member_id
                        LEFT JOIN import i ON i.workspace_id = f.workspace_id AND i.id = f.import_id
                        WHERE f.workspace_id = :workspace AND f.subject_id = :person ORDER BY f.field, f.at DESC, f.id DESC
                        """
                                .formatted(WHO))
                .param("workspace", viewer.workspace().value())
                .param("person", person)
                .query(row -> {
                    said.put(
                            row.getString("field"),
                            new Origin(
                                    row.getObject("at", OffsetDateTime.class).toInstant(),
                                    row.getString("who")));
                });
        return said;
    }

    private Origin made(Viewer viewer, UUID person) {
        return jdbc.sql(
                        """
                        SELECT c.created_at, CASE WHEN i.id IS NOT NULL THEN 'import ' || i.title WHEN c.source = 'typed' THEN 'typed'
                                                  ELSE coalesce(nullif(c.source, ''), 'Rapport') END AS who
                        FROM contact c LEFT JOIN import i ON i.workspace_id = c.workspace_id AND i.id = c.import_id
                        WHERE c.workspace_id = :workspace AND c.id = :person
                        """)
                .param("workspace", viewer.workspace().value())
                .param("person", person)
                .query((row, _) ->
                        new Origin(
                                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                                row.getString("who")))
                .single();
    }

    private List<Fact> history(Viewer viewer, Collection<UUID> people) {
        return jdbc.sql(
                        """
                        SELECT f.field, f.old_value, f.new_value, f.at, %s AS who FROM field_change f
                        LEFT JOIN member m ON m.workspace_id = f.workspace_id AND m.id = f.member_id
                        LEFT JOIN import i ON i.workspace_id = f.workspace_id AND i.id = f.import_id
                        WHERE f.workspace_id = :workspace AND f.subject_id = ANY(:people) ORDER BY f.at DESC, f.id
                        """
                                .formatted(WHO))
                .param("workspace", viewer.workspace().value())
                .param("people", people.toArray(UUID[]::new))
                .query((row, _) ->
                        new Fact(
                                "History",
                                ContactField.of(row.getString("field"))
                                        .map(ContactField::label)
                                        .orElse(row.getString("field")),
                                shown(viewer, row.getString("field"), row.getString("old_value"))
                                        + " → "
                                        + shown(
                                                viewer,
                                                row.getString("field"),
                                                row.getString("new_value")),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getString("who")))
                .list();
    }

    private List<Fact> roles(Viewer viewer, Collection<UUID> people) {
        return jdbc.sql(
                        """
                        SELECT t.role, coalesce(a.name, o.display_name, '') AS of, t.note, t.created_at, coalesce(m.name, '') AS who FROM tie t
                        LEFT JOIN account a ON a.workspace_id = t.workspace_id AND a.id = t.account_id
                        LEFT JOIN contact o ON o.workspace_id = t.workspace_id AND o.id = t.other_id
                        LEFT JOIN member m ON m.workspace_id = t.workspace_id AND m.id = t.member_id
                        WHERE t.workspace_id = :workspace AND (t.contact_id = ANY(:people) OR t.other_id = ANY(:people))
                        ORDER BY t.created_at
                        """)
                .param("workspace", viewer.workspace().value())
                .param("people", people.toArray(UUID[]::new))
                .query((row, _) ->
                        new Fact(
                                "Roles",
                                row.getString("role"),
                                (row.getString("of") + " " + row.getString("note")).strip(),
                                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                                "typed by " + row.getString("who")))
                .list();
    }
}
