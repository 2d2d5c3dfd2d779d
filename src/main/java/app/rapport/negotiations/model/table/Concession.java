package app.rapport.negotiations.model.table;

/**
 * What a move gave, in points.
 *
 * @param ours how it changed our points
 * @param theirs how it probably changed theirs
 * @param back what the other side's moves brought whoever made it, before its next move
 */
public record Concession(Move move, double ours, double theirs, double back) {
    /** Less is no concession. */
    static final double NOTHING = 0.5;

    /** What it cost whoever made it; negative where they asked for more. */
    public double cost() {
        return move.isOurs() ? -ours : -theirs;
    }

    /** What it brought the other side. */
    public double gift() {
        return move.isOurs() ? theirs : ours;
    }

    public boolean isOne() {
        return cost() > NOTHING;
    }
}
