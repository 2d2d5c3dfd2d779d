package app.rapport.conversations.answers;

import app.rapport.listening.Closing;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads from a mail's new words what the judgement needs of them, for one member. */
public final class WordFacts {
    private static final int START = 140;
    private static final Pattern REQUEST =
            Pattern.compile(
                    "(?iu)\\b(?:please|let me know|can you|could you|would you|will you|do you|are you|did you|have you|any thoughts|what do you think|get back to me|give me a call|call me|need you|your thoughts|comments|bitte|könn(?:en|ten) sie|pouvez-vous|pourriez-vous|podría|puede)\\b");
    private static final Pattern FOR_INFORMATION =
            Pattern.compile(
                    "(?iu)\\b(?:fyi|for your information|attached is|click here|unsubscribe)\\b");
    private static final Pattern ATTACHMENT = Pattern.compile("(?i)<<|\\.(?:doc|xls|ppt|pdf)x?\\b");

    private final Pattern names;

    /**
     * @param names the member's name as people write it, and their own addresses
     */
    public WordFacts(String name, Collection<String> ownAddresses) {
        Set<String> words = new TreeSet<>();
        addNames(name, words);
        for (String address : ownAddresses)
            addNames(
                    address.contains("@") ? address.substring(0, address.indexOf('@')) : "", words);
        this.names =
                Pattern.compile(
                        words.isEmpty()
                                ? "(?!)"
                                : words.stream()
                                        .map(Pattern::quote)
                                        .collect(Collectors.joining("|", "(?iu)\\b(?:", ")\\b")));
    }

    private static void addNames(String text, Set<String> words) {
        Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(word -> word.length() > 2 && !COMMON.contains(word))
                .forEach(words::add);
    }

    private static final List<String> COMMON =
            List.of(
                    "owner", "info", "mail", "office", "sales", "service", "admin", "support",
                    "team", "contact");

    public MailFact.Words read(String replyText, double wantsAnswer, boolean attachment) {
        String text = replyText.length() > 4_000 ? replyText.substring(0, 4_000) : replyText;
        int questions = (int) text.chars().filter(c -> c == '?').count();
        return new MailFact.Words(
                wantsAnswer,
                questions,
                names.matcher(text.substring(0, Math.min(START, text.length()))).find(),
                names.matcher(text).find(),
                REQUEST.matcher(text).find(),
                FOR_INFORMATION.matcher(text).find(),
                Closing.settles(text),
                replyText.length(),
                attachment || ATTACHMENT.matcher(text).find());
    }
}
