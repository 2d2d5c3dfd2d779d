package app.rapport.conversations;

import app.rapport.conversations.store.ImportedTouches;
import app.rapport.conversations.store.PartyLinks;
import app.rapport.conversations.store.PrivateTouches;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is concluded from a member's whole archive once more of it is there. */
@Service
public class MailArchive {
    private final PartyLinks links;
    private final ImportedTouches imported;
    private final Acquaintances acquaintances;
    private final PrivateTouches privateTouches;
    private final ApplicationEventPublisher events;

    MailArchive(
            PartyLinks links,
            ImportedTouches imported,
            Acquaintances acquaintances,
            PrivateTouches privateTouches,
            ApplicationEventPublisher events) {
        this.links = links;
        this.imported = imported;
        this.acquaintances = acquaintances;
        this.privateTouches = privateTouches;
        this.events = events;
    }

    /** More mail of this member is there; derived tables are rebuilt in the same transaction. */
    public record Grew(Viewer viewer) {}

    /**
     * Ties addresses to people who became known later, then tells the derived tables; they stand on
     * colleagues' mails too.
     */
    @Transactional
    public void conclude(Viewer viewer) {
        Set<PersonId> known = links.complete(viewer);
        events.publishEvent(new Grew(viewer));
        acquaintances.refresh(viewer, known);
    }

    /**
     * People came without mail: only where one stands on earlier mails is there more to conclude.
     */
    @Transactional
    public void peopleCame(Viewer viewer) {
        Set<PersonId> known = links.complete(viewer);
        if (known.isEmpty()) return;
        events.publishEvent(new Grew(viewer));
        acquaintances.refresh(viewer, known);
    }

    /** Takes back what only this import brought; the rest of the archive stays as it is. */
    @Transactional
    public void takeBack(Viewer viewer, ImportId importId) {
        imported.takeBack(viewer, importId);
        privateTouches.open(viewer);
        events.publishEvent(new Grew(viewer));
    }

    /** An address that stands on many mails, with how many it sent. */
    public record Frequent(String address, long sent, long on) {}

    /**
     * Who "us" may be: the addresses on most of the member's mails, computed from the mail itself.
     */
    public List<Frequent> proposal(Viewer viewer) {
        return imported.frequent(viewer, 4).stream()
                .map(f -> new Frequent(f.address(), f.sent(), f.on()))
                .toList();
    }
}
