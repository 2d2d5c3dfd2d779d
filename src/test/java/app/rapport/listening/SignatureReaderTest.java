package app.rapport.listening;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.listening.SignatureReader.Found;
import app.rapport.listening.SignatureReader.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureReaderTest {
    @Test
    void a_signature_gives_title_company_and_phone_with_their_places() {
        String signature =
                "-- \nAnn Lee\nHead of Works | Quill Dairy Ltd\nT: +44 20 7946 0018\nann@quill.example";
        List<Found> found = SignatureReader.read(signature);
        assertThat(values(found, Kind.TITLE)).containsExactly("Head of Works");
        assertThat(values(found, Kind.COMPANY)).containsExactly("Quill Dairy Ltd");
        assertThat(values(found, Kind.PHONE)).containsExactly("+44 20 7946 0018");
        assertThat(found)
                .allSatisfy(one ->
                        assertThat(signature.substring(one.start(), one.end()))
                                .isEqualTo(one.value()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Sales Manager at Northwind Tools; Sales Manager; Northwind Tools",
                "Geschäftsführerin, Müller Anlagen GmbH; Geschäftsführerin; Müller Anlagen GmbH",
                "CEO @ Pandora Bakery; CEO; Pandora Bakery",
                "Directrice commerciale - Verrerie Duval SARL; Directrice commerciale; Verrerie Duval SARL"
            })
    void title_and_company_may_share_a_line(String line, String title, String company) {
        List<Found> found = SignatureReader.read("Kim Berg\n" + line);
        assertThat(values(found, Kind.TITLE)).containsExactly(title);
        assertThat(values(found, Kind.COMPANY)).containsExactly(company);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Mobile: (555) 010-0199; (555) 010-0199",
                "phone 555.010.0142 ext. 12; 555.010.0142 ext. 12",
                "+49 (0)30 901820-14; +49 (0)30 901820-14",
                "Tel.: 030/901820; 030/901820"
            })
    void numbers_to_call_are_phones(String line, String number) {
        assertThat(values(SignatureReader.read(line), Kind.PHONE)).containsExactly(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fax: +44 20 7946 0019",
                "VAT no. 123 456 789 012",
                "IBAN: 1234 5678 9012 3456",
                "2026-03-09",
                "https://quill.example/t/1234567890",
                "Sent from my phone"
            })
    void other_numbers_and_lines_say_nothing(String line) {
        assertThat(SignatureReader.read(line)).isEmpty();
    }

    @Test
    void long_lines_and_rubbish_cost_no_time() {
        assertThat(SignatureReader.read("1 (2) ".repeat(200_000))).isEmpty();
        assertThat(SignatureReader.read("")).isEmpty();
    }

    private static List<String> values(List<Found> found, Kind kind) {
        return found.stream().filter(one -> one.kind() == kind).map(Found::value).toList();
    }
}
