package app.rapport.negotiations.model.table;

import java.util.Locale;

/** What experience warns of at a table; the sources stand in docs/negotiations.md. */
public enum Warning implements Caution.Sign {
    BELOW_WALK_AWAY("Under your walk-away"),
    NEEDED_TOO_BADLY("A deal needed too badly"),
    PRESSURE("Bowing to pressure"),
    WITHOUT_RETURN("Giving without return"),
    FIRST_ON_MAJOR("Conceding first on a major issue"),
    GROWING_STEPS("Steps that grow"),
    DEADLINE("Deadline pressure"),
    RUSHING("Rushing"),
    SPLITTING("Splitting the difference"),
    NIBBLING("Nibbling at the end"),
    NO_AUTHORITY("A counterpart without authority"),
    PRICE_ONLY("Price as the only issue");

    private final String title;

    Warning(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
