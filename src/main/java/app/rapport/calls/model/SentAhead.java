package app.rapport.calls.model;

/**
 * Talks with a plan that was sent ahead, and those without. How long a sale takes is not known
 * here; whether the aim was reached is what talks themselves can tell.
 */
public record SentAhead(Share with, Share without) {
    /** From so many of each on, shares of this size are told apart at all (5 % of each tail). */
    private static final int ENOUGH = 20;

    /**
     * @param reached of {@code talks}, those that reached their aim
     */
    public record Share(int talks, int reached) {
        public double share() {
            return talks == 0 ? 0 : (double) reached / talks;
        }

        /** Half the width of its 90 % range (Agresti and Coull 1998). */
        double half() {
            double z = 1.645;
            double n = talks + z * z;
            double p = (reached + z * z / 2) / n;
            return z * Math.sqrt(p * (1 - p) / n);
        }
    }

    public boolean isKnown() {
        return with.talks() >= ENOUGH && without.talks() >= ENOUGH;
    }

    /** Whether the difference is more than chance would make it. */
    public boolean isTold() {
        double half = Math.hypot(with.half(), without.half());
        return isKnown() && Math.abs(with.share() - without.share()) > half;
    }

    public String words() {
        if (with.talks() + without.talks() == 0) return "Not known yet: no talk was judged so far.";
        String figures =
                "%d talks with a plan sent ahead, %d reached their aim; %d without, %d reached it."
                        .formatted(
                                with.talks(), with.reached(), without.talks(), without.reached());
        if (!isKnown()) return "Not known yet. " + figures + " It takes 20 of each to say more.";
        if (!isTold()) return "No difference that is more than chance. " + figures;
        return (with.share() > without.share()
                        ? "Talks with a plan sent ahead reach their aim more often. "
                        : "Talks with a plan sent ahead reach their aim less often. ")
                + figures;
    }
}
