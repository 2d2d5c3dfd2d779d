package app.rapport.promises.model;

/**
 * What is known of somebody from good and bad deeds, each a weight: the beta reputation of Jøsang
 * and Ismail (2002, Bled eConference), whose expectation without deeds is a base rate (Jøsang 2016,
 * Subjective Logic, section 3.3).
 */
public record Reputation(double good, double bad) {
    public static final Reputation NONE = new Reputation(0, 0);

    /** Older deeds count less: every weight times {@code share}. */
    public Reputation faded(double share) {
        return new Reputation(good * share, bad * share);
    }

    public Reputation and(boolean isGood, double weight) {
        return isGood ? new Reputation(good + weight, bad) : new Reputation(good, bad + weight);
    }

    /** Expected share of good deeds, where {@code strength} imagined deeds follow the base rate. */
    public double expected(double baseRate, double strength) {
        return (good + strength * baseRate) / (good + bad + strength);
    }
}
