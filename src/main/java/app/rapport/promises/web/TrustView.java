package app.rapport.promises.web;

import app.rapport.kernel.Estimate;
import app.rapport.people.PersonCard;
import app.rapport.promises.Trusting;
import app.rapport.promises.model.Promise.Side;
import app.rapport.promises.model.TrustEntry;
import java.util.List;

/** Two ranges, and how many entries made them. */
public record TrustView(PersonCard person, Direction inUs, Direction inThem) {
    static TrustView of(PersonCard person, Trusting.Both both) {
        return new TrustView(
                person,
                new Direction("They in us", "us", both.inUs(), both.of(Side.OURS)),
                new Direction("We in them", "them", both.inThem(), both.of(Side.THEIRS)));
    }

    public int entries() {
        return inUs.entries().size() + inThem.entries().size();
    }

    public List<Direction> directions() {
        return List.of(inUs, inThem);
    }

    public record Direction(
            String label, String colour, Estimate estimate, List<TrustEntry> entries) {
        private static final double WIDTH = 240;

        public boolean isKnown() {
            return estimate instanceof Estimate.Known;
        }

        public String missing() {
            return estimate instanceof Estimate.NotKnownYet(String missing) ? missing : "";
        }

        public long value() {
            return Math.round(known().value());
        }

        public String range() {
            return Math.round(known().low()) + " to " + Math.round(known().high());
        }

        public String entriesWords() {
            return entries.size() == 1 ? "1 entry" : entries.size() + " entries";
        }

        public double bandX() {
            return x(known().low());
        }

        public double bandWidth() {
            return x(known().high() - known().low());
        }

        public double markX() {
            return Math.min(WIDTH - 3, x(known().value()));
        }

        private static double x(double percent) {
            return Math.round(percent * WIDTH / 10) / 10.0;
        }

        private Estimate.Known known() {
            return estimate instanceof Estimate.Known known ? known : new Estimate.Known(0, 0, 0);
        }
    }
}
