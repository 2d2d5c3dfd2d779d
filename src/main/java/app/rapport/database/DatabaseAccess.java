package app.rapport.database;

/**
 * How to reach the database.
 *
 * @param url JDBC address without user or password
 * @param owner owns the tables: migrations, backup, doctor
 * @param app owns nothing, and row-level security holds for it
 */
public record DatabaseAccess(String url, Credentials owner, Credentials app) {

    public record Credentials(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }
}
