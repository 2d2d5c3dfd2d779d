package app.rapport.conversations.answers;

import app.rapport.listening.Closing;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads from a mail's new words what the judgement needs of them, for one member. */
public final class WordFacts {
    private static final int READ = 4_000;
    private static final int NAMED_WITHIN = 1_500;
    private static final int GREETED_WITHIN = 80;

    private static final Pattern GREETING =
            Pattern.compile(
                    "^\\W*(?:(?i:hi|hello|hey|dear|good (?:morning|afternoon))[ ,]+)?(\\p{Lu}\\p{Ll}+)(?: \\p{Lu}\\p{Ll}+)?\\s*(?:[,:!/-]|\\n)");

    private static final Pattern QUESTION = Pattern.compile("[^.?!\\n]{3,300}\\?");
    private static final Pattern NO_QUESTION = Pattern.compile("(?i)questions|how are you|http");
    private static final Pattern WISHES =
            Pattern.compile(
                    "\\b(?:i|we)(?: would|'d) (?:like|love|appreciate|prefer)|\\bwould like\\b|\\bi (?:want|need|wanted|was hoping|hope to|am wondering|was wondering)\\b|\\bi'm wondering\\b");
    private static final Pattern POLITE_OFFER =
            Pattern.compile(
                    "(?:if (?:you|anyone) (?:have|has|need)|should you have|with) (?:any|further|additional|other)?\\s*(?:questions?|comments?|concerns?|further|additional)|any (?:questions|comments|problems)|questions,? (?:please|call|feel)|feel free|do not hesitate|don't hesitate");
    private static final Pattern TIMES =
            Pattern.compile(
                    "\\b(?:mon|tues|wednes|thurs|fri)day\\b|\\btomorrow\\b|\\b(?:next|this) week\\b|\\b\\d{1,2}(?::\\d\\d)? ?[ap]\\.?m\\b");
    private static final Pattern YOU =
            Pattern.compile("\\b(?:you|your|you're|you'd|you'll|you've)\\b");
    private static final Pattern FOR_INFORMATION = Pattern.compile("^\\W*fyi");
    private static final Pattern LINK = Pattern.compile("https?://|\\bwww\\.");
    private static final Pattern ATTACHED =
            Pattern.compile("\\b(?:attached|enclosed|attachment)\\b");

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

    /**
     * @param replyText the writer's own new words
     * @param wantsAnswer what was understood of them already
     * @param start of the asking sentence, {@code end} exclusive
     */
    public MailFact.Words read(String replyText, double wantsAnswer, int start, int end) {
        String text = start(replyText.strip(), READ);
        String flat = text.toLowerCase(Locale.ROOT).replace('\u2019', '\'').replaceAll("\\s+", " ");
        return new MailFact.Words(
                wantsAnswer,
                AskedWords.in(replyText, wantsAnswer, start, end).isPresent(),
                asks(text),
                WISHES.matcher(flat).find(),
                names.matcher(start(text, NAMED_WITHIN)).find(),
                greeted(text),
                you(flat),
                TIMES.matcher(flat).find(),
                POLITE_OFFER.matcher(flat).find(),
                LINK.matcher(flat).find(),
                ATTACHED.matcher(flat).find(),
                FOR_INFORMATION.matcher(flat).find(),
                text.length() < 3,
                wantsAnswer < .5 && Closing.settles(text));
    }

    private static boolean asks(String text) {
        int last = text.lastIndexOf('?'); // behind it the pattern would try every place in vain
        if (last < 0) return false;
        Matcher sentence = QUESTION.matcher(text).region(0, last + 1);
        while (sentence.find()) {
            if (!NO_QUESTION.matcher(sentence.group()).find()) return true;
        }
        return false;
    }

    /**
     * The name that a mail begins with, lower case: "Jan -", "Hi Jan,"; empty where there is none,
     * or where the member is greeted too.
     */
    private String greeted(String text) {
        Matcher greeting = GREETING.matcher(text);
        return greeting.find() && !names.matcher(start(text, GREETED_WITHIN)).find()
                ? greeting.group(1).toLowerCase(Locale.ROOT)
                : "";
    }

    private static double you(String flat) {
        if (flat.isEmpty()) return 0;
        long words = flat.chars().filter(c -> c == ' ').count() + 1;
        return Math.min(1, 10.0 * YOU.matcher(flat).results().count() / words);
    }

    private static String start(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
