package app.rapport.people.web;

import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.PersonSection;
import app.rapport.kernel.PersonSection.Place;
import app.rapport.kernel.PersonSection.Section;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import app.rapport.ui.Parts;
import app.rapport.ui.Parts.Part;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Single people. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class PeopleController {
    private final People people;
    private final List<PersonSection> sections;
    private final Parts parts;
    private final Clock clock;

    PeopleController(People people, List<PersonSection> sections, Parts parts, Clock clock) {
        this.people = people;
        this.sections = sections;
        this.parts = parts;
        this.clock = clock;
    }

    @GetMapping("/people/{id}")
    PersonPage person(@PathVariable UUID id, Viewer viewer) {
        PersonId person = new PersonId(id);
        PersonCard card =
                people.card(viewer, person)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Instant now = clock.instant();
        List<Section> all =
                sections.stream()
                        .flatMap(section -> section.section(viewer, person, now).stream())
                        .sorted(Comparator.comparingInt(Section::order))
                        .toList();
        return new PersonPage(
                card,
                at(all, Place.BANNER),
                at(all, Place.MAIN),
                at(all, Place.ASIDE),
                card.addresses().stream().findFirst().map(address -> "mailto:" + address));
    }

    private List<Part> at(List<Section> all, Place place) {
        return all.stream()
                .filter(part -> part.place() == place)
                .map(part -> parts.part(part.template(), part.page()))
                .toList();
    }
}
