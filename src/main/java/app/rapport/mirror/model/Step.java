package app.rapport.mirror.model;

import java.util.Locale;
import java.util.Optional;

/** A step of the walk through our own first contact, as somebody new would go it. */
public enum Step {
    FIND(
            "Find us",
            "Search for what we sell, not for our name. Are our number and address found within a minute?"),
    CALL(
            "Call our number",
            "From a phone that nobody here knows. Who answers, after how long, and do they know what to do?"),
    FORM(
            "Fill in the form",
            "On a phone. What does it ask that nobody needs to know, and what does it say afterwards?"),
    MAIL(
            "Write to our address",
            "One plain question, from a private address. When does an answer come?"),
    ANSWER(
            "Read the answer",
            "Is the question answered? Is it clear who wrote, and what happens next?"),
    OFFER(
            "Ask for an offer",
            "Were you asked what it is for? Could you explain the offer to somebody else?"),
    REFUSE("Say no", "How are you let go: would you come back?");

    private final String title;
    private final String words;

    Step(String title, String words) {
        this.title = title;
        this.words = words;
    }

    public String title() {
        return title;
    }

    public String words() {
        return words;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Step> of(String key) {
        for (Step step : values()) if (step.key().equals(key)) return Optional.of(step);
        return Optional.empty();
    }
}
