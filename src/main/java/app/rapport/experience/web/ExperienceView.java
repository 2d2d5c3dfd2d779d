package app.rapport.experience.web;

import app.rapport.experience.model.Ledger;
import app.rapport.experience.model.Ledger.Line;
import app.rapport.experience.model.State;
import app.rapport.kernel.Estimate;
import app.rapport.kernel.ExperienceEntry.Kind;
import app.rapport.ui.Numbers;
import app.rapport.ui.Times;
import java.util.List;
import java.util.Optional;

/**
 * A ledger as pages show it.
 *
 * @param home page of the person or company
 * @param name whose it is
 */
public record ExperienceView(String home, String name, Ledger ledger) {
    private static final int SIGNS = 100;

    public State state() {
        return ledger.state();
    }

    public boolean isKnown() {
        return state() != State.NOT_KNOWN;
    }

    public String missing() {
        return ledger.estimate() instanceof Estimate.NotKnownYet(String missing) ? missing : "";
    }

    public String path() {
        return home + "/experience";
    }

    public String score() {
        return Points.whole(ledger.score());
    }

    public String exactScore() {
        return Points.exact(ledger.score());
    }

    /** "+6 to +18". */
    public String range() {
        return ledger.estimate() instanceof Estimate.Known(_, double low, double high)
                ? Points.whole(low) + " to " + Points.whole(high)
                : "";
    }

    /** For a file: "Satisfied, +12 (+6 to +18)". */
    public String inWords() {
        return isKnown()
                ? state().words() + ", " + score() + " (" + range() + ")"
                : state().words();
    }

    public String entries() {
        return Numbers.of(ledger.lines().stream().filter(Line::counts).count(), "entry", "entries");
    }

    public Optional<CurveView> curve(int width, int height, Times times) {
        return CurveView.of(ledger, width, height, times);
    }

    /** What counts most, in one line. */
    public String heaviest() {
        return String.join(
                "; ",
                ledger.heaviest(2).stream()
                        .map(line -> Points.whole(line.now()) + " " + line.entry().reason())
                        .toList());
    }

    /** What would move it to the next state, one sentence. */
    public String next(Times times) {
        return switch (state()) {
            case NOT_KNOWN -> missing();
            case UNHAPPY ->
                    Points.whole(Ledger.UNHAPPY - ledger.score())
                            + " and it is satisfied again: mend what weighs most, and let them say that it is.";
            case SATISFIED ->
                    ledger.score() >= Ledger.DELIGHTED
                            ? "Only words make delight: ask them how it was."
                            : "Delighted starts at +20, "
                                    + Math.round(Ledger.DELIGHTED - ledger.score())
                                    + " away: their best answer counts 30, a kept promise 3 to 9.";
            case DELIGHTED ->
                    ledger.delightEnds()
                            .map(end ->
                                    "It wears off by "
                                            + times.shortDay(end)
                                            + " unless they meet something good.")
                            .orElse("It lasts.");
        };
    }

    /** What people said and what we did, newest first. */
    public List<EntryView> said() {
        return lines(false);
    }

    public List<EntryView> signs() {
        return lines(true);
    }

    private List<EntryView> lines(boolean signs) {
        return ledger.lines().stream()
                .filter(line -> (line.entry().kind() == Kind.SIGN) == signs)
                .limit(SIGNS)
                .map(EntryView::new)
                .toList();
    }

    public String signsSum() {
        return Points.exact(
                ledger.lines().stream()
                        .filter(line -> line.entry().kind() == Kind.SIGN)
                        .mapToDouble(Line::now)
                        .sum());
    }

    /** One line of the ledger. */
    public record EntryView(Line line) {
        public String now() {
            return Points.exact(line.now());
        }

        public String atFirst() {
            return Points.whole(line.entry().points());
        }

        public boolean isFaded() {
            return Math.abs(line.now() - line.entry().points()) >= .5;
        }

        public boolean opensInDrawer() {
            return line.entry().href().startsWith("/touches/")
                    || line.entry().href().startsWith("/promises/");
        }

        /** A mark is taken back by its own button. */
        public boolean isMark() {
            return line.entry().key().source().equals("mark");
        }
    }
}
