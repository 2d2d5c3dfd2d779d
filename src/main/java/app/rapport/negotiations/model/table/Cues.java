package app.rapport.negotiations.model.table;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns of speech that tell something of an offer; English, and told to whoever reads a warning.
 */
enum Cues {
    PRESSURE(
            "take it or leave it",
            "(?:last|final|best and final) (?:offer|word|price)",
            "or (?:else|we (?:go|walk|leave))",
            "(?:go|going|went) (?:to|with) (?:the )?(?:competition|competitor|someone else|somebody else)",
            "not negotiable",
            "non-negotiable",
            "ultimatum"),
    ULTIMATUM(
            "take it or leave it",
            "(?:last|final|best and final) (?:offer|word)",
            "not negotiable"),
    EXPIRY(
            "(?:today|tonight) only",
            "only (?:valid|good) (?:until|today|till)",
            "(?:expires?|off the table) (?:at|on|by|today|tonight|tomorrow|in|after)",
            "(?:by|until|before) (?:tonight|midnight|tomorrow|noon|end of (?:the )?day|close of business)"),
    AUTHORITY(
            "(?:ask|check with|convince|clear (?:it|this) with) (?:my|our|the) (?:\\w+ )?(?:boss|board|head|director|management|committee|procurement|cfo|ceo)",
            "(?:need|needs|requires?) (?:\\w+ )?approval",
            "(?:can ?not|can't|cannot) (?:sign|decide)",
            "above my (?:head|pay grade)",
            "(?:my|our|the) (?:boss|board|head office|procurement|committee|legal) (?:has|have|must|needs?|will|would|won't|wants?|says?)"),
    HALFWAY(
            "split the difference",
            "meet (?:you |us |me )?(?:half ?way|in the middle)",
            "half-?way"),
    EXTRA(
            "one (?:more|last|little) thing",
            "throw in",
            "while we are at it",
            "oh,? and",
            "just one more");

    private final Pattern pattern;

    Cues(String... turns) {
        pattern =
                Pattern.compile(
                        "\\b(?:" + String.join("|", List.of(turns)) + ")\\b",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The words that are meant, as they were said. */
    Optional<String> in(String words) {
        Matcher found = pattern.matcher(words.replace('’', '\''));
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }
}
