package app.rapport.listening;

import java.util.regex.Pattern;

/** A short note that settles a matter: thanks, agreement, "will do", without a new question. */
public final class Closing {
    private static final int SHORT = 220;

    private static final Pattern SETTLES =
            Pattern.compile(
                    "(?isu)^\\W*(?:(?:ok(?:ay)?|great|perfect|super|wonderful|excellent|cool|yes|sure|got it|sounds (?:good|great)|will do|done|no problem|you'?re welcome|my pleasure|many thanks|thanks?(?: you)?|thx|thank you|danke|vielen dank|merci|gracias|grazie|appreciate(?: it)?|noted|received|understood|never ?mind|that(?:'s| is) (?:fine|great|perfect|all)|works for me|see you)\\b.*)");

    private Closing() {}

    public static boolean settles(String replyText) {
        String text = replyText.strip();
        return !text.isEmpty()
                && text.length() <= SHORT
                && text.indexOf('?') < 0
                && SETTLES.matcher(text).matches();
    }
}
