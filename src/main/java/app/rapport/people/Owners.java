package app.rapport.people;

import app.rapport.access.House;
import app.rapport.access.Refused;
import app.rapport.database.CurrentWorkspace;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Seen;
import app.rapport.kernel.Viewer;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** To whom a record may be given. */
@Component
public class Owners {
    private final House house;

    Owners(House house) {
        this.house = house;
    }

    /**
     * @param owner in the text form of a field: an id, or empty for nobody
     * @throws Refused when it cannot be given to them
     */
    void check(Viewer viewer, String owner) {
        try {
            check(viewer, Optional.of(owner).filter(id -> !id.isBlank()).map(MemberId::of));
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    /**
     * @throws Refused when nobody of that id works here now, or the record would be out of sight
     *     for whoever gives it away
     */
    public void check(Viewer viewer, Optional<MemberId> owner) {
        if (owner.isPresent() && !house.present(viewer).containsKey(owner.get())) throw unknown();
        Seen seen = CurrentWorkspace.seen();
        if (!owner.map(seen::includes).orElse(seen.equals(Seen.ALL)))
            throw new Refused("owner", "Choose somebody whose records you see");
    }

    private static Refused unknown() {
        return new Refused("owner", "There is no such colleague");
    }
}
