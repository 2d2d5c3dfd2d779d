package app.rapport.people;

import app.rapport.access.Access;
import app.rapport.access.Member;
import app.rapport.database.CurrentWorkspace;
import app.rapport.database.RecurringJob;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Empties the bin of every workspace. */
@Component
class BinEmptying implements RecurringJob {
    private final Access access;
    private final Bin bin;

    BinEmptying(Access access, Bin bin) {
        this.access = access;
        this.bin = bin;
    }

    @Override
    public String name() {
        return "empty-bins";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        for (Member owner : access.owners())
            CurrentWorkspace.run(owner.workspace(), () -> bin.empty(owner.viewer()));
    }
}
