package app.rapport.people.web;

import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.PersonSection;
import app.rapport.kernel.PersonSection.Place;
import app.rapport.kernel.PersonSection.Section;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.kernel.WritingDesk;
import app.rapport.kernel.WritingDesk.Desk;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import app.rapport.ui.Parts;
import app.rapport.ui.Parts.Part;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
    private final List<WritingDesk> desks;
    private final Parts parts;
    private final Clock clock;

    PeopleController(
            People people,
            List<PersonSection> sections,
            List<WritingDesk> desks,
            Parts parts,
            Clock clock) {
        this.people = people;
        this.desks = desks;
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
                desk(viewer, card));
    }

    /** Where mails are written here, else the viewer's own mail program. */
    private Optional<Desk> desk(Viewer viewer, PersonCard card) {
        Optional<String> address = card.addresses().stream().findFirst();
        return desks.stream()
                .flatMap(desk -> desk.desk(viewer, card.id()).stream())
                .findFirst()
                .or(() -> address.map(to -> new Desk("Write", "mailto:" + to)));
    }

    private List<Part> at(List<Section> all, Place place) {
        return all.stream()
                .filter(part -> part.place() == place)
                .map(part -> parts.part(part.template(), part.page()))
                .toList();
    }
}
