package app.rapport.negotiations.web;

import app.rapport.access.Refused;
import app.rapport.negotiations.Negotiation;
import app.rapport.negotiations.model.Aim;
import app.rapport.negotiations.model.Plan;
import app.rapport.negotiations.model.PlanPart;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A part of a plan that was typed.
 *
 * @param seen its mark when it was read; empty where the form did not say
 * @param tab the page that it stands on
 * @param anchor and where on it
 * @param done what is said once it is saved
 */
record Saving(
        PlanPart part,
        String seen,
        String tab,
        String anchor,
        String done,
        UnaryOperator<Plan> edit) {
    /** Which field a clash is said of. */
    static final String SEEN = "seen";

    String path() {
        return (tab.isEmpty() ? "" : "/" + tab) + (anchor.isEmpty() ? "" : "#" + anchor);
    }

    /**
     * @throws Refused when it says something else by now, and what was typed is none of it
     */
    void check(Negotiation standing) {
        String now = part.mark(standing.plan());
        boolean same = seen.isEmpty() || seen.equals(now);
        if (!same && !part.mark(edit.apply(standing.plan())).equals(now))
            throw new Refused(SEEN, "Somebody saved this while you wrote");
    }

    /**
     * What was typed beside what stands.
     *
     * @param by who saved it, and when
     */
    Clash clash(Negotiation standing, Optional<Aim.Deed> by) {
        Plan typed = part.beside().apply(standing.plan(), edit.apply(standing.plan()));
        return new Clash(part, typed, part.words(standing.plan()), path(), by);
    }
}
