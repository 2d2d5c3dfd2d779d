package app.rapport.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server of one's own is asked whether it will do, and answered in sentences. */
class GivenServerTest {
    private final DatabaseAccess made = TestCluster.running().fresh();

    @Test
    void the_two_roles_and_the_database_that_rapport_makes_itself_will_do() {
        DatabaseAccess access =
                new GivenServer(as(made.app()), "jdbc:" + as(made.owner())).checked();
        assertThat(access).isEqualTo(made);
    }

    @Test
    void the_owner_is_not_good_enough_for_the_app() {
        assertThatThrownBy(() -> new GivenServer(as(made.owner()), as(made.owner())).checked())
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("--database-url names \"rapport_owner\"")
                .hasMessageContaining("owns tables");
    }

    @Test
    void one_who_may_make_no_tables_is_told_what_is_missing() {
        assertThatThrownBy(() -> new GivenServer(as(made.app()), as(made.app())).checked())
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("GRANT CREATE ON SCHEMA public TO \"rapport_app\"");
    }

    @Test
    void a_wrong_password_is_named_and_not_shown() {
        String wrong = as(new DatabaseAccess.Credentials("rapport_owner", "s3cret+of%2Fmine"));
        assertThatThrownBy(() -> new GivenServer(as(made.app()), wrong).checked())
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("rapport_owner")
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost/rapport",
                "mysql://a:s3cret@localhost/rapport",
                "postgresql://a:s3cret@localhost",
                "postgresql://a:s3 cret@localhost/rapport",
                "postgresql://localhost/rapport"
            })
    void what_is_no_address_is_refused_without_its_password(String address) {
        assertThatThrownBy(() -> new GivenServer(address, as(made.owner())))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageNotContaining("s3");
    }

    private String as(DatabaseAccess.Credentials role) {
        return made.url()
                .substring("jdbc:".length())
                .replace("://", "://" + role.user() + ":" + role.password() + "@");
    }
}
