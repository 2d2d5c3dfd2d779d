package app.rapport.conversations;

import app.rapport.conversations.store.PartyLinks;
import app.rapport.kernel.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is concluded from a member's whole archive once more of it is there. */
@Service
public class MailArchive {
    private final PartyLinks links;
    private final ApplicationEventPublisher events;

    MailArchive(PartyLinks links, ApplicationEventPublisher events) {
        this.links = links;
        this.events = events;
    }

    /** More mail of this member is there; derived tables are rebuilt in the same transaction. */
    public record Grew(Viewer viewer) {}

    /** Ties addresses to people who became known later, then tells the derived tables. */
    @Transactional
    public void conclude(Viewer viewer) {
        links.complete(viewer);
        events.publishEvent(new Grew(viewer));
    }
}
