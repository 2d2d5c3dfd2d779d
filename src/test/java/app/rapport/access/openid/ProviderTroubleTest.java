package app.rapport.access.openid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProviderTroubleTest {
    @Test
    void what_stands_in_an_address_writes_no_line_of_the_log() {
        String forged = "access_denied\n10:00:00.000 WARN all is lost" + "x".repeat(9_000);
        assertThat(new ProviderTrouble("No.", forged, new IllegalStateException()).code())
                .startsWith("access_denied?10?00")
                .hasSize(60);
    }
}
