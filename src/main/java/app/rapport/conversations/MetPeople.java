package app.rapport.conversations;

import app.rapport.access.House;
import app.rapport.conversations.store.ErasedTouches;
import app.rapport.conversations.store.PartyPeople;
import app.rapport.conversations.store.PersonTouches;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.PersonRecords;
import app.rapport.kernel.RecordKind;
import app.rapport.kernel.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A person's touches go along when two become one, and each finds its own again. */
@Component
class MetPeople implements PersonRecords {
    private final PartyPeople parties;
    private final ErasedTouches erased;
    private final PersonTouches touches;
    private final House house;
    private final LastTouches lastTouches;

    MetPeople(
            PartyPeople parties,
            ErasedTouches erased,
            PersonTouches touches,
            House house,
            LastTouches lastTouches) {
        this.erased = erased;
        this.touches = touches;
        this.house = house;
        this.parties = parties;
        this.lastTouches = lastTouches;
    }

    @Override
    public Set<String> columns() {
        // what somebody did not want taken from a signature stays said of the record it was said of
        return Set.of(
                "touch_party.person_id", "touch_party.met_as",
                "acquaintance.person_id", "dismissed_suggestion.contact_id");
    }

    @Override
    public void join(Viewer by, Joined joined) {
        if (joined.kind() != RecordKind.CONTACT) return;
        parties.join(by, joined);
        lastTouches.refresh(by, Set.of(new PersonId(joined.into()), new PersonId(joined.from())));
    }

    @Override
    public void part(Viewer by, Parted parted) {
        if (parted.kind() != RecordKind.CONTACT) return;
        parties.part(by, parted);
        lastTouches.refresh(by, Set.of(new PersonId(parted.holder()), new PersonId(parted.back())));
    }

    @Override
    public Map<String, Long> counts(Viewer by, Erased person) {
        ErasedTouches.Found found = erased.find(by, house.us(by), person);
        return Map.of(
                "Mails and talks with nobody else, which go",
                (long) found.theirs().size(),
                "Mails and talks with others, in which they are not named any more",
                (long) found.others().size());
    }

    @Override
    public List<String> erase(Viewer by, Erased person) {
        ErasedTouches.Found found = erased.find(by, house.us(by), person);
        List<String> stones = erased.remove(by, found.theirs());
        erased.redact(by, found.others(), person);
        erased.sweep(by);
        lastTouches.refresh(
                by, person.people().stream().map(PersonId::new).collect(Collectors.toSet()));
        return stones;
    }

    @Override
    public List<Fact> facts(Viewer by, Erased whole) {
        return touches.facts(by, whole);
    }
}
