package app.rapport.people;

import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.model.ContactField;
import app.rapport.people.model.FieldText;
import app.rapport.people.model.Points;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was found in a touch and somebody wants in the record. */
@Service
public class AcceptedFindings {
    private final ContactBook book;
    private final AccountBook companies;

    AcceptedFindings(ContactBook book, AccountBook companies) {
        this.book = book;
        this.companies = companies;
    }

    /**
     * Puts it where it belongs: a phone behind those that are there, a title or a company in place
     * of what stood there.
     *
     * @return the moment that the history names; empty when the record says so already, or there is
     *     no such person
     * @throws app.rapport.access.Refused when it cannot be used
     */
    @Transactional
    public Optional<Instant> accept(Viewer viewer, PersonId person, Finding finding) {
        return book.contact(viewer, person)
                .flatMap(contact ->
                        book.change(
                                viewer,
                                person,
                                given(viewer, contact, finding),
                                _ -> {},
                                Optional.of(finding.source())));
    }

    private Map<ContactField, String> given(Viewer viewer, Contact contact, Finding finding) {
        return switch (finding.kind()) {
            case PHONE -> Map.of(ContactField.PHONES, withPhone(contact, finding.value()));
            case TITLE -> Map.of(ContactField.TITLE, finding.value());
            case COMPANY ->
                    Map.of(
                            ContactField.ACCOUNT,
                            companies.named(viewer, finding.value()).toString());
        };
    }

    private static String withPhone(Contact contact, String number) {
        List<PointDraft> phones =
                new ArrayList<>(
                        FieldText.points(PointDraft.Kind.PHONE, contact.text(ContactField.PHONES)));
        phones.add(Points.typed(ContactField.PHONES.json(), PointDraft.Kind.PHONE, "", number));
        return FieldText.ofPoints(phones);
    }
}
