package app.rapport.risk.model;

import java.math.BigDecimal;

/** How probable somebody holds something, in percent: from, to. */
public record Chance(BigDecimal low, BigDecimal high) {
    public static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** Of what nobody knows, anything may be true. */
    public static final Chance ANY = new Chance(BigDecimal.ZERO, ALL);

    public Chance {
        low = Money.plain(low);
        high = Money.plain(high);
    }

    public static Chance of(int low, int high) {
        return new Chance(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
    }

    public boolean mayBe() {
        return low.signum() >= 0 && low.compareTo(high) <= 0 && high.compareTo(ALL) <= 0;
    }

    /** What holds both: deals may say different things of the same event. */
    public Chance with(Chance other) {
        return new Chance(low.min(other.low), high.max(other.high));
    }

    /** "10 to 20%", "5%". */
    public String words() {
        String from = low.toPlainString();
        return (low.compareTo(high) == 0 ? from : from + " to " + high.toPlainString()) + "%";
    }
}
