package app.rapport.people.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rapport.access.Refused;
import app.rapport.people.PointDraft;
import app.rapport.people.PointDraft.Kind;
import app.rapport.people.PostalDraft;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How typed fields are read, compared and kept as text. */
class FieldRulesTest {

    @ParameterizedTest
    @CsvSource({"1980-05-17,1980-05-17", "05-17,--05-17", "--02-29,--02-29"})
    void a_birthday_may_do_without_its_year(String typed, String kept) {
        assertThat(FieldRules.read(ContactField.BIRTHDAY, typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1981-02-29", "17 May", "13-01", "1980-5-17"})
    void a_day_that_cannot_be_is_refused_at_its_field(String typed) {
        assertThatThrownBy(() -> FieldRules.read(ContactField.BIRTHDAY, typed))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.field()).isEqualTo("birthday"));
    }

    @Test
    void a_language_is_written_the_usual_way() {
        assertThat(FieldRules.read(ContactField.LANGUAGE, "pt_br")).isEqualTo("pt-BR");
        assertThatThrownBy(() -> FieldRules.read(ContactField.LANGUAGE, "Portuguese!"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void an_address_twice_is_once_and_keeps_its_first_label() {
        String typed =
                FieldText.ofPoints(
                        List.of(
                                new PointDraft(Kind.MAIL, "work", "Ada@b.example", ""),
                                new PointDraft(Kind.MAIL, "home", "ada@B.example", "")));

        List<PointDraft> read =
                FieldText.points(Kind.MAIL, FieldRules.read(ContactField.MAILS, typed));
        assertThat(read)
                .containsExactly(
                        new PointDraft(Kind.MAIL, "work", "Ada@b.example", "ada@b.example"));
    }

    @Test
    void postal_addresses_come_back_from_their_text_as_they_went_in() {
        List<PostalDraft> postals =
                List.of(
                        new PostalDraft("work", "Mill Lane 4", "Brno", "", "602 00", "CZ", ""),
                        new PostalDraft("", "", "", "", "", "", "A whole\naddress"));

        assertThat(FieldText.postals(FieldText.ofPostals(postals))).isEqualTo(postals);
        assertThat(FieldText.postals("")).isEmpty();
    }

    @Test
    void a_separator_that_is_sent_makes_no_second_row() {
        assertThat(FieldText.list(FieldText.ofList(List.of("a\u001eb", "c"))))
                .containsExactly("a b", "c");
        List<PointDraft> points = List.of(new PointDraft(Kind.CHAT, "x\u001ey", "v\u001fw", ""));
        assertThat(FieldText.points(Kind.CHAT, FieldText.ofPoints(points)))
                .containsExactly(new PointDraft(Kind.CHAT, "x y", "v w", "v w"));
    }

    @Test
    void a_domain_loses_its_www_and_free_mail_is_nobodys() {
        assertThat(FieldRules.read(AccountField.DOMAINS, "WWW.Quill.example"))
                .isEqualTo("quill.example");
        assertThatThrownBy(() -> FieldRules.read(AccountField.DOMAINS, "gmail.com"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> FieldRules.read(AccountField.DOMAINS, "no domain"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void only_what_is_other_than_before_is_a_change() {
        Changes<ContactField> changes =
                Changes.between(
                        Map.of(ContactField.TITLE, "Buyer", ContactField.NAME, "Ada"),
                        Map.of(ContactField.TITLE, " Buyer ", ContactField.NAME, "Ada L."));

        assertThat(changes.texts()).isEqualTo(Map.of(ContactField.NAME, "Ada L."));
        assertThat(changes.history()).containsExactly(new Change("display_name", "Ada", "Ada L."));
    }
}
