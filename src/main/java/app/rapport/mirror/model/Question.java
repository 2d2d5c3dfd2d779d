package app.rapport.mirror.model;

import java.util.Locale;
import java.util.Optional;

/** What a member asks themself. Five of the six have facts beside them. */
public enum Question {
    WOULD_BUY("Would I buy from me?", Optional.empty()),
    QUICK("Who asks me something: is it answered within a day?", Optional.of(Measure.QUICK)),
    ANSWERED("Does everybody who asks me get an answer at all?", Optional.of(Measure.ANSWERED)),
    KEPT("Do I keep what I promise, by the day I said?", Optional.of(Measure.KEPT)),
    GIVING(
            "When I write unasked, do I come without wanting something?",
            Optional.of(Measure.GIVING)),
    THANKED("Do I thank those who did something for me?", Optional.of(Measure.THANKED));

    private final String words;
    private final Optional<Measure> measure;

    Question(String words, Optional<Measure> measure) {
        this.words = words;
        this.measure = measure;
    }

    public String words() {
        return words;
    }

    public Optional<Measure> measure() {
        return measure;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Question> of(String key) {
        for (Question one : values()) if (one.key().equals(key)) return Optional.of(one);
        return Optional.empty();
    }
}
