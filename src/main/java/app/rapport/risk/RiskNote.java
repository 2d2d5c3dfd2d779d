package app.rapport.risk;

import app.rapport.deals.DealId;
import app.rapport.risk.model.Noted;
import app.rapport.risk.model.RiskItem;
import java.time.Instant;
import java.util.Optional;

/**
 * A note and of which deal it is.
 *
 * @param deal empty of the whole book, and of what a member dares besides deals
 * @param until when it was corrected or taken out; empty while it stands
 */
public record RiskNote(Optional<DealId> deal, Noted<RiskItem> note, Optional<Instant> until) {
    /** When something was last done with it. */
    public Instant changed() {
        return until.orElse(note.at());
    }
}
