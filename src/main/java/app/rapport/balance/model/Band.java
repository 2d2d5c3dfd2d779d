package app.rapport.balance.model;

import app.rapport.kernel.Estimate;

/** What our share of the effort means. */
public enum Band {
    NOT_KNOWN("Not known yet", ""),
    ORDER_TAKER(
            "They come all the way", "Show up: they do nearly all of it, and we only take orders."),
    HEALTHY("Healthy", "Both lean in, and they come at least half of the way."),
    LEANING_IN("We lean in", "We go further than they do. Leave the next step to them."),
    CHASING("Chasing", "Stop and wait. Who is chased looks for reasons against.");

    private final String words;
    private final String advice;

    Band(String words, String advice) {
        this.words = words;
        this.advice = advice;
    }

    /**
     * @param share ours in percent, as pages show it: rounded
     */
    public static Band of(double share) {
        long percent = Math.round(share);
        if (percent < 10) return ORDER_TAKER;
        if (percent < 50) return HEALTHY;
        return percent < 90 ? LEANING_IN : CHASING;
    }

    public static Band of(Estimate share) {
        return share instanceof Estimate.Known known ? of(known.value()) : NOT_KNOWN;
    }

    public String words() {
        return words;
    }

    public String advice() {
        return advice;
    }
}
