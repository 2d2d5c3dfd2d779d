package app.rapport.access.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodeTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** Appendix B of RFC 6238, the rows for SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59,94287082",
        "1111111109,07081804",
        "1111111111,14050471",
        "1234567890,89005924",
        "2000000000,69279037",
        "20000000000,65353130"
    })
    void it_is_what_the_rfc_says(long seconds, String eightDigits) {
        long step = OneTimeCode.step(Instant.ofEpochSecond(seconds));

        assertThat("%08d".formatted(OneTimeCode.truncated(SECRET, step) % 100_000_000))
                .isEqualTo(eightDigits);
        assertThat(OneTimeCode.of(SECRET, step)).isEqualTo(eightDigits.substring(2));
    }

    @Test
    void a_code_counts_one_step_early_or_late_and_only_once() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = OneTimeCode.step(now);
        String code = OneTimeCode.of(SECRET, step);

        assertThat(OneTimeCode.matching(SECRET, code, now, 0)).hasValue(step);
        assertThat(OneTimeCode.matching(SECRET, code, now.plusSeconds(30), 0)).hasValue(step);
        assertThat(OneTimeCode.matching(SECRET, code, now.minusSeconds(30), 0)).hasValue(step);
        assertThat(OneTimeCode.matching(SECRET, code, now.plusSeconds(90), 0)).isEmpty();
        assertThat(OneTimeCode.matching(SECRET, code, now, step)).isEmpty();
    }

    /** Section 10 of RFC 4648, without the padding. */
    @ParameterizedTest
    @CsvSource({
        "f,MY",
        "fo,MZXQ",
        "foo,MZXW6",
        "foob,MZXW6YQ",
        "fooba,MZXW6YTB",
        "foobar,MZXW6YTBOI"
    })
    void base_32_is_what_the_rfc_says(String text, String expected) {
        assertThat(Base32.of(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(expected);
    }
}
