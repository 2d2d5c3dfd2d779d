package app.rapport.agenda.model;

import app.rapport.kernel.AccountId;
import app.rapport.kernel.Level;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One entry of Today: everything there is to say about one person, the most urgent reason first.
 *
 * @param reasons at least one; the first gives the item its level and its sentence
 */
public record Item(List<Signal> reasons) {
    public Item {
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) throw new IllegalArgumentException("an item needs a reason");
    }

    /** Names the item; stays while its first reason stays. */
    public String id() {
        return first().key().toString();
    }

    public Signal first() {
        return reasons.getFirst();
    }

    public Level level() {
        return first().level();
    }

    public Instant since() {
        return first().since();
    }

    public Optional<PersonId> person() {
        return first().person();
    }

    public Optional<AccountId> account() {
        return first().account();
    }
}
