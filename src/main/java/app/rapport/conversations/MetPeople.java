package app.rapport.conversations;

import app.rapport.conversations.store.PartyPeople;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.PersonRecords;
import app.rapport.kernel.RecordKind;
import app.rapport.kernel.Viewer;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A person's touches go along when two become one, and each finds its own again. */
@Component
class MetPeople implements PersonRecords {
    private final PartyPeople parties;
    private final LastTouches lastTouches;

    MetPeople(PartyPeople parties, LastTouches lastTouches) {
        this.parties = parties;
        this.lastTouches = lastTouches;
    }

    @Override
    public Set<String> columns() {
        // what somebody did not want taken from a signature stays said of the record it was said of
        return Set.of(
                "touch_party.person_id",
                "touch_party.met_as",
                "dismissed_suggestion.contact_id");
    }

    @Override
    public void join(Viewer by, Joined joined) {
        if (joined.kind() != RecordKind.CONTACT) return;
        parties.join(by, joined);
        lastTouches.refresh(
                by, Set.of(new PersonId(joined.into()), new PersonId(joined.from())));
    }

    @Override
    public void part(Viewer by, Parted parted) {
        if (parted.kind() != RecordKind.CONTACT) return;
        parties.part(by, parted);
        lastTouches.refresh(
                by, Set.of(new PersonId(parted.holder()), new PersonId(parted.back())));
    }
}
