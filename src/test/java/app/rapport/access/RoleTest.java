package app.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.kernel.Right;
import org.junit.jupiter.api.Test;

/** What each role may, without a server. */
class RoleTest {

    @Test
    void nobody_may_what_a_route_forgot_to_say() {
        assertThat(Role.values()).noneMatch(role -> role.may(Right.NOT_SAID));
    }

    @Test
    void everybody_reads_records_and_keeps_their_own_things() {
        assertThat(Role.values())
                .allMatch(role -> role.may(Right.READ_RECORDS) && role.may(Right.CHANGE_OWN));
    }

    @Test
    void only_who_reads_only_writes_nothing() {
        assertThat(Role.values())
                .filteredOn(role -> !role.may(Right.WRITE_RECORDS))
                .containsExactly(Role.READ_ONLY);
    }

    @Test
    void members_settings_export_erasing_and_audit_are_for_owners_and_admins() {
        for (Right right :
                new Right[] {
                    Right.MANAGE_MEMBERS,
                    Right.CHANGE_WORKSPACE,
                    Right.EXPORT_ALL,
                    Right.ERASE,
                    Right.READ_AUDIT
                }) {
            assertThat(Role.values())
                    .filteredOn(role -> role.may(right))
                    .containsExactly(Role.OWNER, Role.ADMIN);
        }
    }

    @Test
    void leaders_see_reports_as_well() {
        assertThat(Role.values())
                .filteredOn(role -> role.may(Right.SEE_REPORTS))
                .containsExactly(Role.OWNER, Role.ADMIN, Role.LEADER);
    }

    @Test
    void only_an_owner_makes_or_unmakes_an_owner() {
        assertThat(Role.OWNER.mayGive(Role.OWNER, Role.SELLER)).isTrue();
        assertThat(Role.ADMIN.mayGive(Role.SELLER, Role.LEADER)).isTrue();
        assertThat(Role.ADMIN.mayGive(Role.SELLER, Role.OWNER)).isFalse();
        assertThat(Role.ADMIN.mayGive(Role.OWNER, Role.SELLER)).isFalse();
        assertThat(Role.SELLER.mayGive(Role.SELLER, Role.LEADER)).isFalse();
    }

    @Test
    void a_token_that_reads_covers_nothing_that_changes() {
        for (Right right : Right.values()) {
            assertThat(Scope.READ.covers(right)).isEqualTo(!right.changes());
            assertThat(Scope.WRITE.covers(right)).isTrue();
        }
    }
}
