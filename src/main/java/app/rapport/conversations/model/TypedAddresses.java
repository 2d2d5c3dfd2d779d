package app.rapport.conversations.model;

import app.rapport.conversations.mail.Mailbox;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of addresses as people type them: {@code Ilse <ilse@x.example>; jonas@x.example}. */
public final class TypedAddresses {
    private static final Pattern NAMED = Pattern.compile("\"?([^<>\"]*)\"?\\s*<([^<>]*)>");

    private TypedAddresses() {}

    /** Each as it stands; whether it is an address at all is not judged here. */
    public static List<Mailbox> of(String typed) {
        return Arrays.stream(typed.split("[,;]"))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(TypedAddresses::one)
                .toList();
    }

    private static Mailbox one(String text) {
        Matcher named = NAMED.matcher(text);
        return named.matches()
                ? new Mailbox(named.group(1).strip(), named.group(2).strip())
                : new Mailbox("", text);
    }
}
