package app.rapport.people;

import app.rapport.access.Refused;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.people.model.Names;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Contacts that people write by hand; each changed field keeps its history. */
@Service
public class ContactBook {
    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;

    ContactBook(JdbcClient jdbc, People people, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    /** What is to stand there; null leaves a field as it is. */
    public record Edit(
            @Nullable String name,
            @Nullable String title,
            @Nullable List<String> addresses,
            @Nullable List<String> phones) {}

    /**
     * @throws Refused when somebody has one of the addresses already, or one is none
     */
    @Transactional
    public PersonId add(Viewer viewer, Edit edit) {
        PersonId id = PersonId.next();
        jdbc.sql(
                        """
                        INSERT INTO contact (workspace_id, id, source, owner_id, created_at, updated_at)
                        VALUES (:workspace, :id, 'typed', :member, :now, :now)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .param("member", viewer.member().value())
                .param("now", now())
                .update();
        String name =
                edit.name() == null || edit.name().isBlank() ? firstAddress(edit) : edit.name();
        change(viewer, id, new Edit(name, edit.title(), edit.addresses(), edit.phones()));
        return id;
    }

    private static String firstAddress(Edit edit) {
        return edit.addresses() == null || edit.addresses().isEmpty()
                ? ""
                : edit.addresses().getFirst();
    }

    @Transactional
    public void change(Viewer viewer, PersonId id, Edit edit) {
        if (edit.name() != null) field(viewer, id, "display_name", edit.name().strip());
        if (edit.title() != null) field(viewer, id, "title", edit.title().strip());
        if (edit.addresses() != null) points(viewer, id, "mail", edit.addresses());
        if (edit.phones() != null) points(viewer, id, "phone", edit.phones());
        jdbc.sql(
                        "UPDATE contact SET name_key = :key, updated_at = :now WHERE workspace_id = :workspace AND id = :id")
                .param("key", Names.fold(people.card(viewer, id).map(PersonCard::name).orElse("")))
                .param("now", now())
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .update();
        people.refreshSearch(viewer, List.of(id));
    }

    /**
     * @param column one of our own names, never what a caller sent
     */
    private void field(Viewer viewer, PersonId id, String column, String value) {
        String old =
                jdbc.sql(
                                "SELECT "
                                        + column
                                        + " FROM contact WHERE workspace_id = :workspace AND id = :id FOR UPDATE")
                        .param("workspace", viewer.workspace().value())
                        .param("id", id.value())
                        .query(String.class)
                        .single();
        if (old.equals(value)) return;
        jdbc.sql(
                        "UPDATE contact SET "
                                + column
                                + " = :value WHERE workspace_id = :workspace AND id = :id")
                .param("value", value)
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .update();
        history(viewer, id, column, old, value);
    }

    private void points(Viewer viewer, PersonId id, String kind, List<String> values) {
        String old =
                String.join(
                        ", ",
                        jdbc.sql(
                                        "SELECT value FROM contact_point WHERE workspace_id = :workspace AND contact_id = :id AND kind = :kind ORDER BY position")
                                .param("workspace", viewer.workspace().value())
                                .param("id", id.value())
                                .param("kind", kind)
                                .query(String.class)
                                .list());
        jdbc.sql(
                        "DELETE FROM contact_point WHERE workspace_id = :workspace AND contact_id = :id AND kind = :kind")
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .param("kind", kind)
                .update();
        int position = 0;
        for (String value :
                values.stream()
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .distinct()
                        .toList()) {
            point(viewer, id, kind, value, position++);
        }
        String now = String.join(", ", values);
        if (!old.equals(now)) history(viewer, id, kind, old, now);
    }

    private void point(Viewer viewer, PersonId id, String kind, String value, int position) {
        if (kind.equals("mail") && !value.matches("[^@\\s]+@[^@\\s]+"))
            throw new Refused("addresses", value + " is not a mail address");
        int added =
                jdbc.sql(
                                """
                                INSERT INTO contact_point (workspace_id, contact_id, position, kind, value, key)
                                VALUES (:workspace, :id, :position, :kind, :value, :key) ON CONFLICT DO NOTHING
                                """)
                        .param("workspace", viewer.workspace().value())
                        .param("id", id.value())
                        .param("position", position)
                        .param("kind", kind)
                        .param("value", value)
                        .param(
                                "key",
                                kind.equals("mail")
                                        ? value.toLowerCase(Locale.ROOT)
                                        : value.replaceAll("[^+0-9]", ""))
                        .update();
        if (added == 0 && kind.equals("mail"))
            throw new Refused("addresses", "Somebody else has " + value + " already");
    }

    private void history(Viewer viewer, PersonId id, String field, String old, String value) {
        jdbc.sql(
                        """
                        INSERT INTO field_change (workspace_id, id, subject_id, field, old_value, new_value, at, member_id)
                        VALUES (:workspace, :change, :subject, :field, :old, :new, :now, :member)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("change", Uuid7.next())
                .param("subject", id.value())
                .param("field", field)
                .param("old", old)
                .param("new", value)
                .param("now", now())
                .param("member", viewer.member().value())
                .update();
    }

    /** Hides a contact; its touches stay. */
    @Transactional
    public void remove(Viewer viewer, PersonId id) {
        jdbc.sql(
                        "UPDATE contact SET deleted_at = :now, updated_at = :now WHERE workspace_id = :workspace AND id = :id")
                .param("now", now())
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .update();
        jdbc.sql("DELETE FROM contact_search WHERE workspace_id = :workspace AND contact_id = :id")
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
