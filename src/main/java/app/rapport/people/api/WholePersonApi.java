package app.rapport.people.api;

import app.rapport.database.Compaction;
import app.rapport.database.backup.ScheduledBackups;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.PersonRecords.Fact;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.people.ContactBook;
import app.rapport.people.Erasures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** All of a contact at once over the API: handed out, or erased. */
@RestController
class WholePersonApi {
    private final ContactBook contacts;
    private final Erasures erasures;
    private final ScheduledBackups backups;
    private final Compaction compaction;

    WholePersonApi(
            ContactBook contacts,
            Erasures erasures,
            ScheduledBackups backups,
            Compaction compaction) {
        this.contacts = contacts;
        this.erasures = erasures;
        this.backups = backups;
        this.compaction = compaction;
    }

    private PersonId existing(Viewer viewer, UUID id) {
        return contacts.contact(viewer, new PersonId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .id();
    }

    /**
     * @param group what it is about
     * @param from where it came from: an import, a member, mail
     */
    record FactJson(String group, String what, String value, @Nullable Instant at, String from) {
        static FactJson of(Fact fact) {
            return new FactJson(fact.group(), fact.what(), fact.value(), fact.at(), fact.from());
        }
    }

    record PersonExport(UUID id, List<FactJson> facts) {}

    /** Everything that is known of a contact, as far as the caller may read it. */
    @GetMapping("/api/v1/contacts/{id}/export")
    @Needs(toRead = Right.EXPORT_ALL)
    PersonExport export(@PathVariable UUID id, Viewer viewer) {
        return new PersonExport(
                id,
                erasures.facts(viewer, existing(viewer, id)).stream().map(FactJson::of).toList());
    }

    /**
     * @param until the day by which it is gone
     */
    record EarlierBackup(String name, Instant at, LocalDate until) {}

    /**
     * @param backups earlier ones, which still hold the person
     */
    record ErasedJson(UUID erased, List<EarlierBackup> backups) {}

    /** Erases a contact for good; there is no undo. */
    @PostMapping("/api/v1/contacts/{id}/erase")
    @Needs(toChange = Right.ERASE)
    ErasedJson erase(@PathVariable UUID id, Viewer viewer) {
        erasures.erase(viewer, existing(viewer, id));
        compaction.soon();
        return new ErasedJson(
                id,
                backups.earlier().stream()
                        .map(one -> new EarlierBackup(one.name(), one.at(), one.until()))
                        .toList());
    }
}
