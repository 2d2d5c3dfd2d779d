package app.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private static final String CHOSEN = "four sample cartridges";

    @Test
    void a_hash_costs_sixteen_megabytes_in_two_passes_and_names_its_own_salt() {
        Passwords passwords = new Passwords();
        String hash = passwords.hash(CHOSEN);
        assertThat(hash).startsWith("$argon2id$v=19$m=16384,t=2,p=1$");
        assertThat(passwords.hash(CHOSEN)).isNotEqualTo(hash);
        assertThat(passwords.fits(CHOSEN, Optional.of(hash))).isTrue();
    }

    @Test
    void a_hash_that_cost_something_else_is_still_understood() {
        String quick = QuickPasswords.passwords().hash(CHOSEN);
        assertThat(new Passwords().fits(CHOSEN, Optional.of(quick))).isTrue();
    }

    @Test
    void nothing_fits_what_nobody_chose() {
        Passwords passwords = QuickPasswords.passwords();
        assertThat(passwords.fits(CHOSEN, Optional.of(passwords.unknown()))).isFalse();
        assertThat(passwords.fits(CHOSEN, Optional.empty())).isFalse();
    }

    @Test
    void nine_characters_are_too_few() {
        assertThatThrownBy(() -> QuickPasswords.passwords().hash("123456789"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("at least 10 characters");
        assertThat(QuickPasswords.passwords().hash("1234567890")).isNotEmpty();
    }
}
