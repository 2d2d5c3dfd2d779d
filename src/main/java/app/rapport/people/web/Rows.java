package app.rapport.people.web;

import app.rapport.access.Refused;
import app.rapport.ui.Wrong;
import java.util.Optional;

/** Buttons of a form that add or remove a row; nothing is saved by them. */
final class Rows {
    private Rows() {}

    /**
     * @param fresh the row that gets the focus
     */
    record Redrawn(PartyForm form, String fresh) {}

    /** The form as the button wants it; empty when it was the one that saves. */
    static Optional<Redrawn> redrawn(PartyForm form) {
        String more = form.text("more");
        if (!more.isEmpty()) {
            PartyForm longer = form.more(more);
            return Optional.of(new Redrawn(longer, last(longer, more)));
        }
        String drop = form.text("drop");
        return drop.isEmpty() ? Optional.empty() : Optional.of(new Redrawn(form.without(drop), ""));
    }

    private static String last(PartyForm form, String rows) {
        return rows.equals("postals")
                ? "postals/" + (form.postals().size() - 1)
                : "points/" + (form.points().size() - 1);
    }

    static Wrong wrong(Refused e) {
        return new Wrong(e.field(), e.getMessage());
    }
}
