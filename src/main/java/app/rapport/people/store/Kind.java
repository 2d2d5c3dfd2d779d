package app.rapport.people.store;

import java.util.List;

/** Contacts and accounts are written by the same statements over their own tables. */
public enum Kind {
    CONTACT(
            "display_name",
            List.of(
                    "display_name",
                    "given_name",
                    "middle_name",
                    "family_name",
                    "prefix",
                    "suffix",
                    "nickname",
                    "title",
                    "department",
                    "birthday",
                    "language",
                    "time_zone",
                    "notes",
                    "external_id"),
            List.of("account_id", "owner_id")),
    ACCOUNT(
            "name",
            List.of("name", "website", "industry", "size", "notes", "external_id"),
            List.of("parent_id", "owner_id"));

    final String name;
    final List<String> texts;
    final List<String> links;

    Kind(String name, List<String> texts, List<String> links) {
        this.name = name;
        this.texts = texts;
        this.links = links;
    }

    String table() {
        return this == CONTACT ? "contact" : "account";
    }

    /** The column by which other tables point at it. */
    String pointer() {
        return table() + "_id";
    }

    String points() {
        return table() + "_point";
    }
}
