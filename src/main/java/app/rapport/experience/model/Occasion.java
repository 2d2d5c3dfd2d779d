package app.rapport.experience.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A moment that matters to a customer, after which one may ask how it was. */
public enum Occasion {
    BOUGHT("Bought", "buying from us", "buying from you", Measure.CSAT),
    DELIVERED("Delivered", "the delivery", "getting what I ordered", Measure.CSAT),
    COMPLAINT_CLOSED(
            "Complaint closed",
            "how the complaint was settled",
            "having my complaint settled",
            Measure.CES),
    FIRST_MONTH("First month", "the first month with us", "getting started", Measure.CSAT),
    RENEWAL_AHEAD("Renewal ahead", "working with us", "working with you", Measure.NPS);

    private final String words;
    private final String withWhat;
    private final String easyWhat;
    private final Measure usual;

    Occasion(String words, String withWhat, String easyWhat, Measure usual) {
        this.words = words;
        this.withWhat = withWhat;
        this.easyWhat = easyWhat;
        this.usual = usual;
    }

    public static Optional<Occasion> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String words() {
        return words;
    }

    String withWhat() {
        return withWhat;
    }

    String easyWhat() {
        return easyWhat;
    }

    /** What one usually asks after it. */
    public Measure usual() {
        return usual;
    }

    /** How a mail begins that asks after it. */
    public String opening() {
        return switch (this) {
            case BOUGHT -> "How was it to buy from us?";
            case DELIVERED -> "What you ordered has reached you. How was that?";
            case COMPLAINT_CLOSED -> "Your complaint is closed on our side. How was that for you?";
            case FIRST_MONTH -> "You have worked with us for a month. How is it going?";
            case RENEWAL_AHEAD -> "Before we talk about another year: how has this one been?";
        };
    }
}
