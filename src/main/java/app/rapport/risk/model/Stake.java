package app.rapport.risk.model;

import java.math.BigDecimal;

/**
 * What a deal has cost so far, what leaving it costs, and who stands behind the risk.
 *
 * @param spent gone either way; it counts against the limit and never for going on
 * @param exit what stopping now costs
 * @param sponsor who carries the risk with us; empty where nobody was asked
 */
public record Stake(
        BigDecimal spent, String on, BigDecimal exit, String sponsor, String sponsorWords)
        implements RiskItem {
    public static final Stake NONE = new Stake(BigDecimal.ZERO, "", BigDecimal.ZERO, "", "");

    public Stake {
        spent = Money.plain(spent);
        exit = Money.plain(exit);
    }

    @Override
    public String words() {
        return Money.words(spent, "")
                + (on.isEmpty() ? "" : " on " + on)
                + (exit.signum() == 0 ? "" : ", leaving costs " + Money.words(exit, ""))
                + (sponsor.isEmpty() ? "" : ", sponsor " + sponsor);
    }
}
