package app.rapport.experience;

import app.rapport.access.Refused;
import app.rapport.experience.model.Need;
import app.rapport.experience.store.NeedRows;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What companies need: known, anticipated and not yet voiced, met or open. */
@Service
public class AccountNeeds {
    private final NeedRows rows;
    private final Clock clock;

    AccountNeeds(NeedRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    public List<Need> of(Viewer viewer, AccountId account, Instant at) {
        return rows.of(viewer, account, at);
    }

    @Transactional
    public UUID add(
            Viewer viewer, AccountId account, Need.Kind kind, String typed, String heardIn) {
        String words = Experiences.line(typed);
        if (words.isEmpty()) throw new Refused("words", "Say what they need");
        Need need =
                new Need(
                        Uuid7.next(),
                        kind,
                        words,
                        Experiences.line(heardIn),
                        "",
                        clock.instant(),
                        Optional.empty());
        rows.add(viewer, account, need);
        return need.id();
    }

    @Transactional
    public boolean met(Viewer viewer, AccountId account, UUID need) {
        return rows.met(viewer, account, need, Optional.of(clock.instant()));
    }

    @Transactional
    public boolean open(Viewer viewer, AccountId account, UUID need) {
        return rows.met(viewer, account, need, Optional.empty());
    }

    @Transactional
    public boolean takeBack(Viewer viewer, AccountId account, UUID need) {
        return rows.takeBack(viewer, account, need, clock.instant());
    }
}
