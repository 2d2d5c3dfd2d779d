package app.rapport.people.api;

import app.rapport.access.Refused;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.RecordKind;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.people.AccountBook;
import app.rapport.people.ContactBook;
import app.rapport.people.Merge;
import app.rapport.people.Merges;
import app.rapport.people.model.MergeChoices;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Two contacts or accounts made one, and two again. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class MergesApi {
    private final Merges merges;
    private final ContactBook contacts;
    private final AccountBook accounts;

    MergesApi(Merges merges, ContactBook contacts, AccountBook accounts) {
        this.merges = merges;
        this.contacts = contacts;
        this.accounts = accounts;
    }

    /**
     * @param other the record that becomes part of this one
     * @param fields whose text wins, by field: {@code this} or {@code other}. Where nothing is said
     *     the one that says something; lists and notes are put together
     */
    record MergeBody(@Nullable UUID other, @Nullable Map<String, String> fields) {}

    /**
     * @param id by which it is undone
     * @param record the one that stayed
     * @param merged the one whose id leads to it from now on
     */
    record MergeJson(UUID id, UUID record, UUID merged, Instant at) {}

    @PostMapping("/api/v1/contacts/{id}/merge")
    MergeJson contacts(@PathVariable UUID id, @RequestBody MergeBody body, Viewer viewer) {
        if (contacts.contact(viewer, new PersonId(id)).isEmpty()) throw nothing();
        return merge(viewer, RecordKind.CONTACT, id, body);
    }

    @PostMapping("/api/v1/accounts/{id}/merge")
    MergeJson accounts(@PathVariable UUID id, @RequestBody MergeBody body, Viewer viewer) {
        if (accounts.account(viewer, new AccountId(id)).isEmpty()) throw nothing();
        return merge(viewer, RecordKind.ACCOUNT, id, body);
    }

    private MergeJson merge(Viewer viewer, RecordKind kind, UUID id, MergeBody body) {
        UUID other = body.other();
        if (other == null) throw new Refused("other", "Give the id of the other record");
        Map<String, String> fields = body.fields() == null ? Map.of() : body.fields();
        Merge merge = merges.join(viewer, kind, id, other, MergeChoices.read(kind, fields));
        return new MergeJson(merge.id(), merge.winner(), merge.loser(), merge.at());
    }

    /**
     * @param record the one that stayed
     * @param back the one that stands by itself again
     */
    record PartedJson(UUID record, UUID back) {}

    @PostMapping("/api/v1/merges/{id}/undo")
    PartedJson undo(@PathVariable UUID id, Viewer viewer) {
        return merges.undo(viewer, id)
                .map(undone -> new PartedJson(undone.holder(), undone.back()))
                .orElseThrow(MergesApi::nothing);
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
