package app.rapport.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody does when a company buys. */
public enum Role {
    ECONOMIC("Economic decision"),
    USER("User"),
    TECHNICAL("Technical judge"),
    INFLUENCER("Influencer"),
    COACH("Coach"),
    GATEKEEPER("Gatekeeper"),
    INTRODUCER("Introducer");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** One lower-case word, as it is stored and sent. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
