package app.rapport.negotiations;

import app.rapport.bargaining.Outcome;
import app.rapport.bargaining.belief.Belief;
import app.rapport.negotiations.model.Worth;
import app.rapport.negotiations.model.table.Valuation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What was concluded from offers just now: a page asks for the same again with each choice that is
 * tried, and a belief takes a tenth of a second. It depends on plan and offers alone, so that
 * nothing is lost with it.
 */
@Component
class Beliefs implements Valuation.Hearing {
    private static final int KEPT = 64;

    private record Heard(Worth worth, List<Outcome> offers) {}

    private final Map<Heard, Belief> kept =
            new LinkedHashMap<>(KEPT, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Heard, Belief> eldest) {
                    return size() > KEPT;
                }
            };

    @Override
    public Belief after(Worth worth, List<Outcome> offers) {
        Heard heard = new Heard(worth, offers);
        synchronized (kept) {
            Belief known = kept.get(heard);
            if (known != null) return known;
        }
        Belief belief = Valuation.LISTENS.after(worth, offers);
        synchronized (kept) {
            kept.put(heard, belief);
        }
        return belief;
    }
}
