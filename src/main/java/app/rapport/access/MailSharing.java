package app.rapport.access;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What colleagues who were not on it see of a member's mail. */
public enum MailSharing {
    HAPPENED("happened", "That it happened", "when, and which way"),
    SUBJECT("subject", "Its subject too", "not what it says"),
    TEXT("text", "Its text too", "with attachments");

    private final String key;
    private final String title;
    private final String hint;

    MailSharing(String key, String title, String hint) {
        this.key = key;
        this.title = title;
        this.hint = hint;
    }

    /** As it is stored and typed. */
    public String key() {
        return key;
    }

    public String title() {
        return title;
    }

    public String hint() {
        return hint;
    }

    /**
     * @throws Refused when there is no such choice
     */
    public static MailSharing of(String key) {
        return Arrays.stream(values())
                .filter(sharing -> sharing.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new Refused("mailSharing", "Choose one of " + keys()));
    }

    private static String keys() {
        return Arrays.stream(values()).map(MailSharing::key).collect(Collectors.joining(", "));
    }
}
