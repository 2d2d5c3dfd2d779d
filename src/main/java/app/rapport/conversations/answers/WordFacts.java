package app.rapport.conversations.answers;

import app.rapport.listening.Closing;
import app.rapport.listening.Phrases;
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
    /** Characters of a mail's new words that are read. */
    public static final int READ = 4_000;

    private static final int NAMED_WITHIN = 1_500;
    private static final int GREETED_WITHIN = 80;

    private static final Pattern GREETING =
            Pattern.compile(
                    "^\\W*(?:(?i:hi|hello|hey|dear|good (?:morning|afternoon))[ ,]+)?(\\p{Lu}\\p{Ll}+)(?: \\p{Lu}\\p{Ll}+)?\\s*(?:[,:!/-]|\\n)");

    private static final int LONGEST_QUESTION = 300;
    private static final int SHORTEST_QUESTION = 3;

    private static final List<String> NO_QUESTION = List.of("questions", "how are you", "http");
    private static final Phrases WISHES =
            Phrases.of(
                    "\\b(?:i|we)(?: would|'d) (?:like|love|appreciate|prefer)|\\bwould like\\b|\\bi (?:want|need|wanted|was hoping|hope to|am wondering|was wondering)\\b|\\bi'm wondering\\b",
                    "would ",
                    "'d ",
                    "i want",
                    "i need",
                    "hoping",
                    "hope to",
                    "wondering");
    private static final Phrases POLITE_OFFER =
            Phrases.of(
                    "(?:if (?:you|anyone) (?:have|has|need)|should you have|with) (?:any|further|additional|other)?\\s*(?:questions?|comments?|concerns?|further|additional)|any (?:questions|comments|problems)|questions,? (?:please|call|feel)|feel free|do not hesitate|don't hesitate",
                    "question",
                    "comment",
                    "concern",
                    "further",
                    "additional",
                    "any problems",
                    "feel free",
                    "hesitate");
    private static final Phrases DAYS =
            Phrases.of(
                    "\\b(?:mon|tues|wednes|thurs|fri)day\\b|\\btomorrow\\b|\\b(?:next|this) week\\b",
                    "day",
                    "tomorrow",
                    " week");
    private static final Pattern CLOCK = Pattern.compile("\\b\\d{1,2}(?::\\d\\d)? ?[ap]\\.?m\\b");
    private static final Pattern YOU = Pattern.compile("\\byour?\\b");
    private static final Pattern FOR_INFORMATION = Pattern.compile("\\W*fyi");
    private static final Phrases LINK =
            Phrases.of("https?://|\\bwww\\.", "http://", "https://", "www.");
    private static final Phrases ATTACHED =
            Phrases.of("\\b(?:attached|enclosed|attachment)\\b", "attach", "enclosed");

    private final Phrases names;

    /**
     * @param name the member's name as people write it, and their own addresses
     */
    public WordFacts(String name, Collection<String> ownAddresses) {
        Set<String> words = new TreeSet<>();
        addNames(name, words);
        for (String address : ownAddresses)
            addNames(
                    address.contains("@") ? address.substring(0, address.indexOf('@')) : "", words);
        this.names =
                Phrases.of(
                        words.stream()
                                .map(Pattern::quote)
                                .collect(Collectors.joining("|", "\\b(?:", ")\\b")),
                        words.toArray(String[]::new));
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
        String flat = Phrases.flat(text).replace('\u2019', '\'');
        return new MailFact.Words(
                wantsAnswer,
                AskedWords.in(replyText, wantsAnswer, start, end).isPresent(),
                asks(text),
                WISHES.in(flat),
                names.in(start(text, NAMED_WITHIN).toLowerCase(Locale.ROOT)),
                greeted(text),
                you(flat),
                DAYS.in(flat) || CLOCK.matcher(flat).find(),
                POLITE_OFFER.in(flat),
                LINK.in(flat),
                ATTACHED.in(flat),
                FOR_INFORMATION.matcher(flat).lookingAt(),
                text.length() < 3,
                wantsAnswer < .5 && Closing.settles(text));
    }

    /**
     * Whether a sentence of some length ends in a question mark, other than those of politeness.
     */
    private static boolean asks(String text) {
        int from = 0;
        for (int mark = text.indexOf('?'); mark >= 0; mark = text.indexOf('?', from)) {
            int start = sentenceStart(text, Math.max(from, mark - LONGEST_QUESTION), mark);
            String sentence = text.substring(start, mark).toLowerCase(Locale.ROOT);
            if (mark - start >= SHORTEST_QUESTION
                    && NO_QUESTION.stream().noneMatch(sentence::contains)) return true;
            from = mark + 1;
        }
        return false;
    }

    /**
     * The name that a mail begins with, lower case: "Jan -", "Hi Jan,"; empty where there is none,
     * or where the member is greeted too.
     */
    private String greeted(String text) {
        Matcher greeting = GREETING.matcher(text);
        return greeting.find() && !names.in(start(text, GREETED_WITHIN).toLowerCase(Locale.ROOT))
                ? greeting.group(1).toLowerCase(Locale.ROOT)
                : "";
    }

    private static int sentenceStart(String text, int lowest, int end) {
        int start = end;
        while (start > lowest && ".?!\n".indexOf(text.charAt(start - 1)) < 0) start--;
        return start;
    }

    /** The share of words that speak to the reader, ten times, at most 1. */
    private static double you(String flat) {
        if (flat.isEmpty()) return 0;
        long words = flat.chars().filter(c -> c == ' ').count() + 1;
        return Math.min(1, 10.0 * countYou(flat) / words);
    }

    private static int countYou(String flat) {
        Matcher you = YOU.matcher(flat).useTransparentBounds(true);
        int count = 0;
        int at = flat.indexOf("you");
        while (at >= 0) {
            you.region(at, flat.length());
            if (you.lookingAt()) count++;
            at = flat.indexOf("you", at + 3);
        }
        return count;
    }

    private static String start(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
