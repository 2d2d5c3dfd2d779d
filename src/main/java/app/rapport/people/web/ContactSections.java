package app.rapport.people.web;

import app.rapport.access.House;
import app.rapport.kernel.PersonSection;
import app.rapport.kernel.PersonSection.Place;
import app.rapport.kernel.PersonSection.Section;
import app.rapport.people.Contact;
import app.rapport.people.ContactBook;
import app.rapport.people.Tie;
import app.rapport.people.Ties;
import app.rapport.ui.Choice;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands of a person beside what was said: details, and roles. */
@Configuration(proxyBeanMethods = false)
public class ContactSections {

    @Bean
    PersonSection contactDetails(ContactBook book, House house) {
        return (viewer, person, _) ->
                book.contact(viewer, person)
                        .map(contact ->
                                new Section(
                                        Place.ASIDE,
                                        50,
                                        "people/ContactDetails.jte",
                                        new Details(
                                                contact,
                                                contact.owner()
                                                        .flatMap(owner ->
                                                                Optional.ofNullable(
                                                                        house.members(viewer)
                                                                                .get(owner)))
                                                        .orElse(""),
                                                EditPersonController.members(
                                                        house.present(viewer)))));
    }

    @Bean
    PersonSection roles(Ties ties) {
        return (viewer, person, _) ->
                Optional.of(
                        new Section(
                                Place.ASIDE,
                                45,
                                "people/Roles.jte",
                                new Roles(
                                        "/people/" + person,
                                        person.toString(),
                                        ties.ofPerson(viewer, person))));
    }

    /**
     * @param members who may be in charge
     */
    public record Details(Contact contact, String owner, List<Choice> members) {
        public String inCharge() {
            if (contact.owner().isEmpty()) return "";
            return (owner.isEmpty() ? "Somebody who left" : owner) + " is in charge";
        }

        public String company() {
            return contact.account().isPresent() ? contact.accountName() : "";
        }
    }

    /**
     * @param self whose page it is
     */
    public record Roles(String home, String self, List<Tie> ties) {}
}
