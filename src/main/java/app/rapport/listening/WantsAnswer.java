package app.rapport.listening;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Does a mail want an answer from its reader, and which sentence says so.
 *
 * @param probability 0 to 1
 * @param asks chance that it asks for an action or commits to one, 0 to 1
 * @param start of the asking sentence in the text; {@code start == end} when there is none
 */
public record WantsAnswer(double probability, double asks, int start, int end) {
    private static final int MOST_SENTENCES = 60;

    private static final Phrases REQUEST =
            Phrases.of(
                    "\\b(?:please (?:let|advise|call|confirm|respond|reply|send|provide|review|tell|e-?mail|get back|contact|rsvp|check|give|forward|see if|find out|explain)|let (?:me|us) know|can you|could you|would you|will you|are you|do you|did you|have you|any (?:thoughts|comments|questions|ideas|update|news|word)|your thoughts|what do you think|get back to (?:me|us)|give me a (?:call|ring)|call me|i need (?:you|your|to know)|need your|waiting (?:for|on) your|looking forward to (?:hearing|your (?:reply|response|answer))|hear (?:back )?from you|rsvp|respond by|reply by|könn(?:en|ten) sie|bitte (?:um|geben|teilen|senden|schicken)|pouvez-vous|pourriez-vous|merci de (?:me|nous|bien)|puede usted|podría|por favor)\\b",
                    "you",
                    "please ",
                    "let me know",
                    "let us know",
                    "any ",
                    "back to",
                    "call",
                    "need",
                    "waiting",
                    "hear",
                    "rsvp",
                    "respond",
                    "reply",
                    "könn",
                    "bitte",
                    "merci",
                    "puede",
                    "podría",
                    "favor");
    private static final Phrases NO_ANSWER =
            Phrases.of(
                    "\\b(?:no (?:reply|response|answer) (?:is )?(?:needed|necessary|required)|do not (?:reply|respond)|don't (?:reply|respond)|fyi|for your information|just (?:so you know|letting you know)|unsubscribe|click here)\\b",
                    "no re",
                    "no answer",
                    "not re",
                    "don't re",
                    "fyi",
                    "for your info",
                    "just ",
                    "unsubscribe",
                    "click here");
    private static final Pattern RHETORICAL =
            Pattern.compile(
                    "^(?:how are you(?: doing)?|how's it going|what's up|hope .*|questions|any questions|ready to .*|want to .*|looking for .*|need .*)\\?$");

    /** "If you have any questions, please call": reads like a request and is a way to close. */
    private static final Phrases POLITE_OFFER =
            Phrases.of(
                    "(?:\\b(?:any|further|additional|other) (?:further |additional |other )?(?:questions?|comments?|concerns?|problems?)\\b|\\bquestions,? (?:please|call|feel)|feel free|(?:do not|don't) hesitate)",
                    "question",
                    "comment",
                    "concern",
                    "problem",
                    "feel free",
                    "hesitate");

    /**
     * @param replyText the writer's own new words
     */
    public static WantsAnswer of(String replyText, String subject) {
        String text = replyText.length() > 8_000 ? replyText.substring(0, 8_000) : replyText;
        List<Sentences.Span> spans = Sentences.in(text);
        double best = 0;
        double asks = 0;
        Sentences.Span passage = new Sentences.Span(0, 0);
        int wanting = 0;
        for (Sentences.Span span : spans.subList(0, Math.min(MOST_SENTENCES, spans.size()))) {
            String sentence = span.of(text);
            double asksHere = Asks.ofSentence(sentence);
            asks = Math.max(asks, asksHere);
            double wants = ofSentence(sentence, asksHere);
            if (wants >= .5) wanting++;
            if (wants > best) {
                best = wants;
                passage = span;
            }
        }
        double probability = best + (1 - best) * Math.min(.3, .1 * Math.max(0, wanting - 1));
        if (subject.indexOf('?') >= 0) probability += (1 - probability) * .3;
        if (text.length() > 4_000) probability *= .7; // long texts ask many rhetorical questions
        return new WantsAnswer(Math.min(1, probability), asks, passage.start(), passage.end());
    }

    private static double ofSentence(String sentence, double asks) {
        String flat = Phrases.flat(sentence).strip();
        if (flat.length() > 500 || NO_ANSWER.in(flat)) return .05;
        boolean question = flat.endsWith("?");
        if (!question && POLITE_OFFER.in(flat)) return .2;
        boolean request = REQUEST.in(flat);
        if (question && RHETORICAL.matcher(flat).matches()) return .3;
        if (question && request) return .92;
        if (question) return .75 + .15 * asks;
        if (request) return .45 + .4 * asks;
        return .25 * asks;
    }
}
