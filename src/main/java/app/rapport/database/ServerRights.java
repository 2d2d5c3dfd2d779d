package app.rapport.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What Rapport asks of a server it did not make, each with what mends it. */
final class ServerRights {
    private static final String APP = "rapport_app";

    private ServerRights() {}

    private record Demand(String query, String otherwise) {}

    private static final List<Demand> OF_OWNER =
            List.of(
                    new Demand(
                            "SELECT current_setting('server_version_num')::int >= 150000",
                            "The server is older than PostgreSQL 15; Rapport needs 15 or newer."),
                    new Demand(
                            "SELECT current_setting('server_encoding') = 'UTF8'",
                            "The database is not in UTF-8; make one with CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0."),
                    new Demand(
                            "SELECT has_schema_privilege('public', 'CREATE')",
                            "The owner may not make tables: GRANT CREATE ON SCHEMA public TO \"%1$s\";"),
                    new Demand(
                            "SELECT has_database_privilege(current_database(), 'TEMPORARY')",
                            "The owner may not make temporary tables: GRANT TEMPORARY ON DATABASE \"%2$s\" TO \"%1$s\";"),
                    new Demand(
                            """
                            SELECT bool_and(name IN (SELECT extname FROM pg_extension)
                                OR (name IN (SELECT name FROM pg_available_extensions)
                                    AND has_database_privilege(current_database(), 'CREATE')))
                            FROM unnest(ARRAY['pg_trgm', 'unaccent', 'citext']) name
                            """,
                            "The extensions pg_trgm, unaccent and citext are not there and the owner may not make them:"
                                    + " install the contrib package, then GRANT CREATE ON DATABASE \"%2$s\" TO \"%1$s\";"),
                    new Demand(
                            "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = '" + APP + "')",
                            "There is no role for the app: CREATE ROLE "
                                    + APP
                                    + " LOGIN PASSWORD '…';"));

    private static final List<Demand> OF_APP =
            List.of(
                    new Demand(
                            "SELECT current_user = '" + APP + "'",
                            "The app's role is called "
                                    + APP
                                    + ", and --database-url names \"%1$s\"."),
                    new Demand(
                            "SELECT NOT rolsuper AND NOT rolbypassrls FROM pg_roles WHERE rolname = current_user",
                            "The app's role could look past row-level security: ALTER ROLE \"%1$s\" NOSUPERUSER NOBYPASSRLS;"),
                    new Demand(
                            "SELECT NOT EXISTS (SELECT FROM pg_class WHERE relowner = current_user::regrole)",
                            "The app's role owns tables, and an owner is not bound by row-level security: give them to the owner's role."),
                    new Demand(
                            """
                            SELECT NOT EXISTS (SELECT FROM pg_roles r
                                WHERE r.rolname <> current_user AND pg_has_role(current_user, r.oid, 'MEMBER')
                                  AND (r.rolsuper OR r.rolbypassrls OR EXISTS (SELECT FROM pg_class c WHERE c.relowner = r.oid)))
                            """,
                            "The app's role is a member of one that owns tables or sees everything: REVOKE that role FROM \"%1$s\";"),
                    new Demand(
                            "SELECT has_database_privilege(current_database(), 'TEMPORARY')",
                            "The app's role may not make temporary tables: GRANT TEMPORARY ON DATABASE \"%2$s\" TO \"%1$s\";"));

    static List<String> ofOwner(Connection connection) throws SQLException {
        return unmet(connection, OF_OWNER);
    }

    static List<String> ofApp(Connection connection) throws SQLException {
        return unmet(connection, OF_APP);
    }

    private static List<String> unmet(Connection connection, List<Demand> demands)
            throws SQLException {
        List<String> unmet = new ArrayList<>();
        String role = connection.getMetaData().getUserName();
        for (Demand demand : demands) {
            if (!holds(connection, demand.query()))
                unmet.add(demand.otherwise().formatted(role, connection.getCatalog()));
        }
        return unmet;
    }

    private static boolean holds(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
