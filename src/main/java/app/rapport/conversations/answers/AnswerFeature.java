package app.rapport.conversations.answers;

/**
 * What speaks for and against an answer. The weight is the prior's, in log-odds for one unit:
 * taught by two archives together under a ridge penalty, rounded, and kept only where each archive
 * alone gives the same sign; one archive's past then moves them a little. {@code docs/today.md}
 * explains each and says how well either archive predicts the other.
 */
enum AnswerFeature {
    /** ln(addresses in To). */
    RECIPIENTS(-.18, 1.5, 1.75),
    WANTS_ANSWER(.99, .33, .33),
    QUESTION(.29, .34, .13),
    WISHES(.80, .26, .07),
    NAMED(.53, .35, .14),
    /** Share of words that speak to the reader, times 10, at most 1. */
    YOU(.64, .25, .16),
    TIMES(.27, .43, .25),
    POLITE_OFFER(-.56, .33, .13),
    LINK(-.80, .25, .07),
    ATTACHED(-.36, .36, .16),
    FOR_INFORMATION(-.49, .23, .06),
    EMPTY(-.56, .21, .05),
    OFFICE(-.80, .16, .03),
    /** The member wrote under this subject within 30 days. */
    IN_YOUR_TALK(.31, .28, .09),
    /** Log-odds of (answered + 0.2) / (seen + 2), the sender's earlier mails. */
    SENDER_SHARE(.13, 1.22, -2.91),
    /** ln of what the member wrote to the sender against what came from there. */
    BALANCE(.14, 1.47, -1.41),
    /** ln(1 + days since the member wrote to the sender), 400 days when never. */
    SILENCE(-.06, 2.05, 3.43),
    /** The member wrote any mail within a day. */
    AT_WORK(.36, .43, .70);

    /** How far an archive may move a weight, for one usual spread of the feature. */
    static final double DEVIATION = .1;

    final double weight;

    /** Usual spread of the feature over mails. */
    final double spread;

    /** Usual value. */
    final double usual;

    AnswerFeature(double weight, double spread, double usual) {
        this.weight = weight;
        this.spread = spread;
        this.usual = usual;
    }

    /** In spreads from the usual value. */
    double standard(double value) {
        return (value - usual) / spread;
    }

    /** Prior mean for the standard value. */
    double mean() {
        return weight * spread;
    }
}
