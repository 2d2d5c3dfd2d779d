package app.rapport.risk.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a deal has cost so far, what leaving it costs, and who stands behind the risk.
 *
 * @param spent gone either way; it counts against the limit and never for going on. Empty while
 *     nobody noted it.
 * @param exit what stopping now costs; empty while nobody noted it
 * @param sponsor who carries the risk with us; empty where nobody was asked
 */
public record Stake(
        Optional<BigDecimal> spent,
        String on,
        Optional<BigDecimal> exit,
        String sponsor,
        String sponsorWords)
        implements RiskItem {
    public static final Stake NONE = new Stake(Optional.empty(), "", Optional.empty(), "", "");

    public Stake {
        spent = spent.map(Money::plain);
        exit = exit.map(Money::plain);
    }

    @Override
    public String words() {
        return spent.map(amount -> Money.words(amount, "")).orElse("not known yet how much")
                + (on.isEmpty() ? "" : " on " + on)
                + exit.map(amount -> ", leaving costs " + Money.words(amount, "")).orElse("")
                + (sponsor.isEmpty() ? "" : ", sponsor " + sponsor);
    }
}
