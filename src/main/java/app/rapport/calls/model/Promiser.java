package app.rapport.calls.model;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who will do it, in a sentence about others: "Jonas will send the plan", "she gets back to us".
 *
 * @param name as it stands there; empty for a pronoun and for us
 * @param inFirstPerson the same as one says it oneself, which a judge of promises can read
 */
record Promiser(String name, String inFirstPerson) {
    static final Promiser US = new Promiser("", "we");
    private static final String SOMEBODY =
            "(?:(?i:he|she|they)|(\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+)?))";
    private static final Pattern WILL =
            Pattern.compile(
                    "^"
                            + SOMEBODY
                            + "(?:['’]ll| will| shall| is going to| are going to|(?: has| have)? promised to| promises to| agreed to) (.+)$",
                    Pattern.DOTALL);
    private static final Pattern DOES =
            Pattern.compile(
                    "^"
                            + SOMEBODY
                            + " (send|bring|call|check|confirm|deliver|sign|order|pay|write|answer|ask|decide|prepare|share|return|tell|give|provide|finish|review|get|come|talk|look|find|let)s (.+)$",
                    Pattern.DOTALL);
    private static final Set<String> NOBODY =
            Set.of(
                    "i",
                    "we",
                    "it",
                    "this",
                    "that",
                    "there",
                    "you",
                    "which",
                    "what",
                    "nobody",
                    "everything",
                    "nothing",
                    "delivery",
                    "prices",
                    "price",
                    "today",
                    "tomorrow");

    static Optional<Promiser> of(String sentence) {
        Matcher will = WILL.matcher(sentence);
        if (will.find() && isSomebody(will.group(1)))
            return Optional.of(new Promiser(name(will.group(1)), "I will " + will.group(2)));
        Matcher does = DOES.matcher(sentence);
        if (does.find() && isSomebody(does.group(1)))
            return Optional.of(
                    new Promiser(
                            name(does.group(1)), "I will " + does.group(2) + " " + does.group(3)));
        return Optional.empty();
    }

    /** The name that a line begins with, before a verb; empty where there is none. */
    static String named(String line) {
        return of(line).map(Promiser::name).orElse("");
    }

    private static boolean isSomebody(@org.jspecify.annotations.Nullable String name) {
        return name == null || !NOBODY.contains(name.toLowerCase(Locale.ROOT));
    }

    private static String name(@org.jspecify.annotations.Nullable String name) {
        return name == null ? "" : name;
    }

    boolean isOurs(Set<String> colleagues) {
        return this.equals(US) || colleagues.contains(name.toLowerCase(Locale.ROOT));
    }
}
