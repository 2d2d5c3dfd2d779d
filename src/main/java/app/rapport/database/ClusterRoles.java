package app.rapport.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes the two roles and the database of a new cluster; may be run again after a crash halfway.
 */
record ClusterRoles(ClusterSecrets secrets, int port) {

    void make() throws IOException {
        DatabaseAccess access = secrets.access(port);
        try (Connection connection =
                        DriverManager.getConnection(
                                ClusterSecrets.url(port, "postgres"),
                                "postgres",
                                secrets.superuserPassword());
                Statement statement = connection.createStatement()) {
            role(statement, access.owner());
            role(statement, access.app());
            if (!exists(statement, "SELECT FROM pg_database WHERE datname = 'rapport'")) {
                statement.execute("CREATE DATABASE rapport OWNER rapport_owner");
            }
            statement.execute("REVOKE ALL ON DATABASE rapport FROM PUBLIC");
            statement.execute("GRANT CONNECT, TEMPORARY ON DATABASE rapport TO rapport_app");
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "The database's roles could not be made: " + e.getMessage(), e);
        }
        secrets.markRolesMade();
    }

    /** Names and passwords are ours, letters and hex digits only. */
    private static void role(Statement statement, DatabaseAccess.Credentials credentials)
            throws SQLException {
        boolean there =
                exists(
                        statement,
                        "SELECT FROM pg_roles WHERE rolname = '" + credentials.user() + "'");
        statement.execute(
                (there ? "ALTER" : "CREATE")
                        + " ROLE "
                        + credentials.user()
                        + " LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD '"
                        + credentials.password()
                        + "'");
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
