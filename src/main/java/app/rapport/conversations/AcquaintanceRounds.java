package app.rapport.conversations;

import app.rapport.access.Access;
import app.rapport.database.CurrentWorkspace;
import app.rapport.database.RecurringJob;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Sums up what no import did: after an upgrade, for a new member, and when a member's own addresses
 * have changed. Until then Today is right, only slower.
 */
@Component
class AcquaintanceRounds implements RecurringJob {
    private final Access access;
    private final Acquaintances acquaintances;

    AcquaintanceRounds(Access access, Acquaintances acquaintances) {
        this.access = access;
        this.acquaintances = acquaintances;
    }

    @Override
    public String name() {
        return "acquaintances";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        access.owners()
                .forEach(owner ->
                        CurrentWorkspace.run(
                                owner.workspace(), () -> acquaintances.complete(owner.viewer())));
    }
}
