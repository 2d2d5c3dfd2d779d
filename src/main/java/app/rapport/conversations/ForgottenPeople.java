package app.rapport.conversations;

import app.rapport.conversations.store.PartyLinks;
import app.rapport.people.Bin;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who is gone for good stands on touches by their address alone. */
@Component
class ForgottenPeople {
    private final PartyLinks links;

    ForgottenPeople(PartyLinks links) {
        this.links = links;
    }

    @EventListener
    void on(Bin.Emptied emptied) {
        links.loosen(emptied.viewer(), emptied.people());
    }
}
