package app.rapport.listening;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What in a mail is worth a thank-you: that its writer brings two people together, or passed the
 * reader's name on. Only what is said in so many words; that somebody new is on the mail, others
 * know.
 */
public final class Gratitude {
    private static final int MOST = 40;

    /** What was done. */
    public enum Kind {
        INTRODUCTION,
        REFERRAL
    }

    /**
     * @param place of the sentence that says it
     */
    public record Found(Kind kind, Sentences.Span place) {}

    private static final Pattern INTRODUCES =
            Pattern.compile(
                    "(?i:\\bintroduc(?:e|ing) (?:you|the two)\\b"
                            + "|\\b(?:connect|connecting|putting|bringing) (?:you (?:two|both|with|in)|the two of you)\\b"
                            + "|\\b(?:put|bring) (?:you (?:two|both)|the two of you) (?:in|together)\\b"
                            + "|\\bloop(?:ing|ed)? in )\\b"
                            + "|(?:^|[,:;!–-] ?)(?i:please |may you )?(?i:meet) (?!(?i:me|you|us|on|at|in|with|the|up|our|your|my|and|or|for|this|that|next|monday|tuesday|wednesday|thursday|friday)\\b)\\p{Lu}\\p{Ll}+"
                            + "|(?:^|\\b(?i:i|i'm|i am|i've|i have) )(?:(?i:also) )?(?i:copying|copied|cc'?ing|cc'?d|adding|added)(?i: in)? (?i:my |our )?(?i:colleague |friend |partner )?\\p{Lu}\\p{Ll}+");

    private static final Pattern REFERS =
            Pattern.compile(
                    "(?i)\\b(?:i|we)(?:'ve| have)? (?:just |also |already )*(?:"
                            + "(?:recommended|referred|suggested|mentioned) (?:you|your (?:firm|company|name|team|services?|products?)) (?:to|for)\\b"
                            + "|(?:passed|gave|given|forwarded|shared)(?: on| along)? your (?:name|number|details|contact|card|address|contact details)(?: on| along)? (?:to|with)\\b"
                            + "|(?:passed|gave|given) [\\p{L}' ]{2,30} your (?:name|number|details|contact|card)\\b)");

    private static final Pattern THANKS =
            Pattern.compile(
                    "(?i)\\b(?:thank you|thanks|thank)(?: you)?,? (?:so much|very much|a lot|again|ever so|for|to you|once more)\\b"
                            + "|\\bmany thanks for\\b|\\bgrateful\\b|\\bi (?:really |very much )?appreciate\\b"
                            + "|\\b(?:great|good|nice|lovely|a pleasure) (?:meeting|to meet|seeing|to see|talking|to talk|speaking) (?:with |to )?you\\b"
                            + "|\\b(?:vielen|herzlichen|besten) dank f");

    private Gratitude() {}

    /** The first sentence that says so. */
    public static Optional<Found> in(String text) {
        List<Sentences.Span> sentences = Sentences.in(text);
        return sentences.stream()
                .limit(MOST)
                .flatMap(place -> found(place, place.of(text)).stream())
                .findFirst();
    }

    private static Optional<Found> found(Sentences.Span place, String sentence) {
        if (REFERS.matcher(sentence).find()) return Optional.of(new Found(Kind.REFERRAL, place));
        if (sentence.endsWith("?")) return Optional.empty();
        return INTRODUCES.matcher(sentence).find()
                ? Optional.of(new Found(Kind.INTRODUCTION, place))
                : Optional.empty();
    }

    /** Whether it thanks for something, more than by the "Thanks" above a name. */
    public static boolean thanks(String text) {
        return THANKS.matcher(text).find();
    }
}
