package app.rapport.conversations;

import app.rapport.conversations.model.Signed;
import app.rapport.conversations.model.Suggestion;
import app.rapport.conversations.store.Signatures;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.AcceptedFindings;
import app.rapport.people.Finding;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Phone, title and company that somebody's signatures give and the record lacks, for those in whose
 * archive the mails lie. Read when asked: a person's newest mails are few.
 */
@Service
public class Suggestions {
    private final Signatures signatures;
    private final People people;
    private final AcceptedFindings records;
    private final Clock clock;

    Suggestions(Signatures signatures, People people, AcceptedFindings records, Clock clock) {
        this.signatures = signatures;
        this.people = people;
        this.records = records;
        this.clock = clock;
    }

    public List<Suggestion> of(Viewer viewer, PersonId person) {
        return people.card(viewer, person)
                .filter(card -> !card.colleague())
                .map(card -> of(viewer, card))
                .orElse(List.of());
    }

    private List<Suggestion> of(Viewer viewer, PersonCard card) {
        List<Signed> signed = signatures.newest(viewer, card.id(), clock.instant());
        if (signed.isEmpty()) return List.of();
        return Signed.suggestions(
                signed,
                new Signed.Held(card.title(), card.accountName(), card.phones()),
                signatures.dismissed(viewer, card.id()));
    }

    /** What was offered, and the moment of the history that undoes it. */
    public record Accepted(Suggestion suggestion, Instant at) {}

    /**
     * Takes it into the record; empty when nothing of that id is offered to the viewer.
     *
     * @throws app.rapport.access.Refused when the record cannot hold it
     */
    @Transactional
    public Optional<Accepted> accept(Viewer viewer, PersonId person, String id) {
        return one(viewer, person, id)
                .flatMap(suggestion ->
                        records.accept(viewer, person, finding(suggestion))
                                .map(at -> new Accepted(suggestion, at)));
    }

    private static Finding finding(Suggestion suggestion) {
        Finding.Kind kind =
                switch (suggestion.kind()) {
                    case PHONE -> Finding.Kind.PHONE;
                    case TITLE -> Finding.Kind.TITLE;
                    case COMPANY -> Finding.Kind.COMPANY;
                };
        return new Finding(kind, suggestion.value(), suggestion.mail());
    }

    /** Nobody is asked again; empty when nothing of that id is offered to the viewer. */
    @Transactional
    public Optional<Suggestion> dismiss(Viewer viewer, PersonId person, String id) {
        Optional<Suggestion> dismissed = one(viewer, person, id);
        dismissed.ifPresent(one -> signatures.dismiss(viewer, person, one.id(), clock.instant()));
        return dismissed;
    }

    /** Undoes dismissing. */
    @Transactional
    public void offerAgain(Viewer viewer, PersonId person, String id) {
        signatures.offerAgain(viewer, person, id);
    }

    private Optional<Suggestion> one(Viewer viewer, PersonId person, String id) {
        return of(viewer, person).stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
