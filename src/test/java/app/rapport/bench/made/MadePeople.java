package app.rapport.bench.made;

import app.rapport.database.DatabaseAccess;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** The people of a workspace with all that stands beside them. */
final class MadePeople implements AutoCloseable {
    private final Firm firm;
    private final Random random;
    private final Words words;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final TableCopy contacts;
    private final TableCopy points;
    private final TableCopy postals;
    private final TableCopy search;
    private final TableCopy history;

    MadePeople(DatabaseAccess database, Firm firm, Random random) throws SQLException {
        this.firm = firm;
        this.random = random;
        this.words = new Words(random);
        this.contacts =
                new TableCopy(
                        MadeWorld.connect(database),
                        "contact",
                        "workspace_id, id, display_name, given_name, family_name, title, account_id, tags, source, owner_id, colleague, name_key, created_at, updated_at");
        this.points =
                new TableCopy(
                        MadeWorld.connect(database),
                        "contact_point",
                        "workspace_id, contact_id, position, kind, value, key");
        this.postals =
                new TableCopy(
                        MadeWorld.connect(database),
                        "postal_address",
                        "workspace_id, id, contact_id, position, street, city, country");
        this.search =
                new TableCopy(
                        MadeWorld.connect(database),
                        "contact_search",
                        "workspace_id, contact_id, words");
        this.history =
                new TableCopy(
                        MadeWorld.connect(database),
                        "field_change",
                        "workspace_id, id, subject_id, field, old_value, new_value, at, member_id");
    }

    void write() throws SQLException {
        for (int i = 0; i < firm.contacts(); i++)
            add(firm.contact(i), i, MadePerson.outside(firm, i, words));
        for (int m = 0; m < firm.members().size(); m++)
            add(firm.colleague(m), m, MadePerson.colleague(firm, m));
    }

    private void add(UUID id, int index, MadePerson person) throws SQLException {
        Instant made = now.minus(random.nextInt(6 * 365 * 24), ChronoUnit.HOURS);
        UUID owner = firm.members().get(MadeTouches.memberOf(index, firm.members().size()));
        contacts.row(
                firm.id(),
                id,
                person.name(),
                person.given(),
                person.family(),
                person.title(),
                person.account() == null ? null : firm.account(person.account()),
                person.tag().isEmpty() ? "{}" : "{" + person.tag() + "}",
                index % 3 == 0 ? "csv" : "mail",
                owner,
                person.colleague(),
                person.key(),
                made,
                made);
        points(id, "mail", person.mails());
        points(id, "phone", person.phones());
        if (index % 3 == 0)
            postals.row(
                    firm.id(),
                    new UUID(random.nextLong(), id.getLeastSignificantBits()),
                    id,
                    0,
                    index + " High Street",
                    "Town " + index % 90,
                    "Norland");
        search.row(firm.id(), id, searchWords(person));
        if (index % 2 == 0)
            history.row(
                    firm.id(),
                    new UUID(random.nextLong(), id.getLeastSignificantBits()),
                    id,
                    "title",
                    "",
                    person.title(),
                    made,
                    owner);
    }

    private void points(UUID id, String kind, List<String> values) throws SQLException {
        for (int i = 0; i < values.size(); i++)
            points.row(firm.id(), id, i, kind, values.get(i), key(values.get(i)));
    }

    private static String key(String value) {
        return value.replace(" ", "");
    }

    /** As the program writes them: name, addresses, phones, title. */
    private static String searchWords(MadePerson person) {
        StringBuilder all = new StringBuilder(person.key());
        person.mails().forEach(mail -> all.append(' ').append(mail));
        person.phones().forEach(phone -> all.append(' ').append(key(phone)));
        if (person.account() != null) all.append(' ').append(MadeAccounts.domain(person.account()));
        return all.append(' ')
                .append(person.title().toLowerCase(java.util.Locale.ROOT))
                .toString()
                .strip();
    }

    @Override
    public void close() throws SQLException {
        try (contacts;
                points;
                postals;
                search;
                history) {
            // each ends its COPY
        }
    }
}
