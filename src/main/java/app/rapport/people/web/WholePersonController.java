package app.rapport.people.web;

import app.rapport.access.Refused;
import app.rapport.database.Compaction;
import app.rapport.database.backup.ScheduledBackups;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.PersonRecords.Fact;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.people.Contact;
import app.rapport.people.ContactBook;
import app.rapport.people.Erasures;
import app.rapport.ui.Notice;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** All of a person at once: to hand it out, or to erase it. */
@Controller
class WholePersonController {
    private final ContactBook contacts;
    private final Erasures erasures;
    private final ScheduledBackups backups;
    private final Compaction compaction;

    WholePersonController(
            ContactBook contacts,
            Erasures erasures,
            ScheduledBackups backups,
            Compaction compaction) {
        this.contacts = contacts;
        this.erasures = erasures;
        this.backups = backups;
        this.compaction = compaction;
    }

    private Contact contact(Viewer viewer, UUID id) {
        return contacts.contact(viewer, new PersonId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/people/{id}/all")
    @Needs(toRead = Right.EXPORT_ALL)
    WholePersonPage all(@PathVariable UUID id, Viewer viewer) {
        Contact contact = contact(viewer, id);
        Map<String, List<Fact>> facts =
                erasures.facts(viewer, contact.id()).stream()
                        .collect(
                                Collectors.groupingBy(
                                        Fact::group, LinkedHashMap::new, Collectors.toList()));
        return new WholePersonPage("/people/" + id, contact.name(), facts);
    }

    @GetMapping(path = "/people/{id}/all.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(toRead = Right.EXPORT_ALL)
    ResponseEntity<byte[]> file(@PathVariable UUID id, Viewer viewer) {
        List<Fact> facts = erasures.facts(viewer, contact(viewer, id).id());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=person.json")
                .body(JsonMapper.shared().writeValueAsBytes(Map.of("id", id, "facts", facts)));
    }

    @GetMapping("/people/{id}/erase")
    @Needs(toRead = Right.ERASE)
    ErasePage ask(@PathVariable UUID id, Viewer viewer) {
        return page(viewer, contact(viewer, id), Wrong.NOTHING);
    }

    private ErasePage page(Viewer viewer, Contact contact, Wrong wrong) {
        Erasures.Preview preview = erasures.preview(viewer, contact.id());
        return new ErasePage(
                "/people/" + contact.id(),
                contact.name(),
                preview.goes(),
                preview.addresses(),
                preview.named(),
                backups.earlier(),
                wrong);
    }

    @PostMapping("/people/{id}/erase")
    @Needs(toChange = Right.ERASE)
    Object erase(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            Viewer viewer,
            HttpServletResponse response) {
        Contact contact = contact(viewer, id);
        if (!name.strip().equals(contact.name()))
            return page(viewer, contact, new Wrong("name", "Type the name as it stands above"));
        try {
            erasures.erase(viewer, contact.id());
        } catch (Refused e) {
            return page(viewer, contact, new Wrong("name", e.getMessage()));
        }
        compaction.soon();
        return Done.to("/people", response, Notice.of("The person is erased."));
    }
}
