package app.rapport.database;

import app.rapport.database.DatabaseAccess.Credentials;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL that somebody else runs, with a database and two roles made for Rapport. It is asked
 * at each start whether the roles may do what is needed, and no more than that.
 */
public final class GivenServer {
    private static final String SCHEME = "postgresql";

    private final DatabaseAccess access;

    /**
     * @param app {@code [jdbc:]postgresql://rapport_app:PASSWORD@HOST[:PORT]/DATABASE[?driver
     *     options]}
     * @param owner the same with the role that owns the tables
     * @throws DatabaseUnavailable when an address cannot be read, or the two name two databases
     */
    public GivenServer(String app, String owner) {
        URI forApp = address(app, "--database-url");
        URI forOwner = address(owner, "--database-owner-url");
        if (!url(forApp).equals(url(forOwner)))
            throw new DatabaseUnavailable(
                    "--database-url and --database-owner-url name two databases; only the role may differ.");
        access =
                new DatabaseAccess(
                        url(forApp),
                        credentials(forOwner, "--database-owner-url"),
                        credentials(forApp, "--database-url"));
    }

    /**
     * @throws DatabaseUnavailable with one sentence for each thing that is missing or too much
     */
    DatabaseAccess checked() {
        List<String> wrong = new ArrayList<>();
        wrong.addAll(answers(access.owner(), ServerRights::ofOwner));
        if (wrong.isEmpty()) wrong.addAll(answers(access.app(), ServerRights::ofApp));
        if (wrong.isEmpty()) return access;
        throw new DatabaseUnavailable(String.join("\n         ", wrong));
    }

    private interface Question {
        List<String> to(Connection connection) throws SQLException;
    }

    private List<String> answers(Credentials role, Question question) {
        try (Connection connection =
                DriverManager.getConnection(access.url(), role.user(), role.password())) {
            return question.to(connection);
        } catch (SQLException e) {
            return List.of(
                    "The database %s cannot be used as %s: %s"
                            .formatted(
                                    access.url().substring("jdbc:".length()),
                                    role.user(),
                                    e.getMessage()));
        }
    }

    private static URI address(String given, String option) {
        String plain = given.startsWith("jdbc:") ? given.substring("jdbc:".length()) : given;
        try {
            URI uri = new URI(plain.replaceFirst("^postgres://", SCHEME + "://"));
            if (SCHEME.equals(uri.getScheme()) && uri.getHost() != null && path(uri).length() > 1)
                return uri;
        } catch (URISyntaxException e) {
            // answered below: the exception's own words would show the password
        }
        throw new DatabaseUnavailable(
                option
                        + " is no address of a database: postgresql://ROLE:PASSWORD@HOST/DATABASE is expected.");
    }

    private static String path(URI uri) {
        return uri.getPath() == null ? "" : uri.getPath();
    }

    private static String url(URI uri) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return "jdbc:" + SCHEME + "://" + uri.getHost() + port + uri.getRawPath() + query;
    }

    private static Credentials credentials(URI uri, String option) {
        @Nullable String info = uri.getRawUserInfo();
        int colon = info == null ? -1 : info.indexOf(':');
        if (info == null || colon < 1)
            throw new DatabaseUnavailable(option + " names no role and password before the @.");
        return new Credentials(
                decoded(info.substring(0, colon)), decoded(info.substring(colon + 1)));
    }

    /** Percent escapes only: a plus in a password is a plus. */
    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
