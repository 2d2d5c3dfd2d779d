package app.rapport.people;

import app.rapport.access.Refused;
import app.rapport.database.CurrentWorkspace;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Seen;
import java.util.Optional;

/** Who may get a record from somebody who does not see all. */
public final class Owners {
    private Owners() {}

    /**
     * @throws Refused when the record would be out of sight for whoever gives it away
     */
    public static void checkSeen(Optional<MemberId> owner) {
        Seen seen = CurrentWorkspace.seen();
        if (!owner.map(seen::includes).orElse(seen.equals(Seen.ALL)))
            throw new Refused("owner", "Choose somebody whose records you see");
    }
}
