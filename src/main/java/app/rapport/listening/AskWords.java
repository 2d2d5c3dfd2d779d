package app.rapport.listening;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a sentence as the asks model takes them: the hash of each as {@link
 * String#hashCode()} has it, without making the word. A web address, a mail address, a telephone
 * number, a time of day and any other number are a word each, whatever they are.
 */
final class AskWords {
    static final int NUMBER = "#".hashCode();
    static final int BEGINNING = "^".hashCode();
    private static final int WEB = "URL".hashCode();
    private static final int MAIL = "MAIL".hashCode();
    private static final int HELP = "HELP".hashCode();
    private static final int PHONE = "TEL".hashCode();
    private static final int TIME = "TIME".hashCode();

    private static final int MOST = 120;
    private static final String MARKS = "?!:,;%$";
    private static final Set<String> DESKS =
            Set.of("support", "info", "help", "contact", "feedback", "hello", "service", "noreply");

    private final String text;
    private final int[] words;
    private int count;

    private AskWords(String text) {
        this.text = text;
        words = new int[Math.min(MOST, text.length())];
    }

    static int[] of(String sentence) {
        AskWords words = new AskWords(sentence.toLowerCase(Locale.ROOT));
        words.read();
        return Arrays.copyOf(words.words, words.count);
    }

    private void read() {
        int i = 0;
        while (i < text.length()) {
            int end = i;
            while (end < text.length() && !Character.isWhitespace(text.charAt(end))) end++;
            if (end > i) chunk(i, end);
            i = end + 1;
        }
    }

    private void chunk(int from, int to) {
        int at = text.indexOf('@', from);
        if (at > from && at < to - 1 && Character.isLetterOrDigit(text.charAt(at - 1)))
            mailAddress(from, at);
        else if (isWeb(from, to)) add(WEB);
        else if (isPhone(from, to)) add(PHONE);
        else if (isDash(from, to)) add('-');
        else {
            words(from, to);
            return;
        }
        char last = text.charAt(to - 1);
        if (to - from > 1 && MARKS.indexOf(last) >= 0) add(last);
    }

    private void mailAddress(int from, int at) {
        add(MAIL);
        int start = at;
        while (start > from && Character.isLetterOrDigit(text.charAt(start - 1))) start--;
        if (DESKS.contains(text.substring(start, at))) add(HELP);
    }

    private boolean isWeb(int from, int to) {
        int start = from;
        while (start < to && !Character.isLetter(text.charAt(start)) && text.charAt(start) != '$')
            start++;
        if (text.startsWith("http", start)
                || text.startsWith("www.", start)
                || text.startsWith("$link", start)) return true;
        int dot = text.indexOf('.', start);
        return dot > start
                && dot + 3 < to
                && (text.startsWith("com", dot + 1)
                        || text.startsWith("org", dot + 1)
                        || text.startsWith("net", dot + 1));
    }

    /** Seven digits and more, or an extension: 853-5984, 713.853.5984, x36486, 3-6200. */
    private boolean isPhone(int from, int to) {
        int digits = 0;
        int others = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) digits++;
            else if (c == 'x' && i == from) others++;
            else if (c == '-') others++;
            else if ("().,?!/:".indexOf(c) < 0) return false;
        }
        return (digits >= 7 && digits <= 11) || (others > 0 && digits >= 4 && digits <= 5);
    }

    private boolean isDash(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '-' && text.charAt(i) != '–') return false;
        }
        return true;
    }

    private void words(int from, int to) {
        int i = from;
        while (i < to) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) i = word(i, to);
            else if (Character.isDigit(c)) i = number(i, to);
            else {
                if (MARKS.indexOf(c) >= 0) add(c);
                i++;
            }
        }
    }

    private int word(int from, int to) {
        int hash = 0;
        int i = from;
        for (; i < to && isOfWord(text.charAt(i)); i++) hash = 31 * hash + straight(text.charAt(i));
        add(hash);
        return i;
    }

    private int number(int from, int to) {
        int i = from;
        boolean clock = false;
        while (i < to && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == ':')) {
            clock |= text.charAt(i) == ':' && i + 1 < to && Character.isDigit(text.charAt(i + 1));
            i++;
        }
        clock |= i - from <= 7 && (text.startsWith("am", i - 2) || text.startsWith("pm", i - 2));
        add(clock ? TIME : NUMBER);
        if (text.charAt(i - 1) == ':') add(':');
        return i;
    }

    private void add(int word) {
        if (count < words.length) words[count++] = word;
    }

    private static boolean isOfWord(char c) {
        return Character.isLetter(c) || c == '\'' || c == '’';
    }

    private static char straight(char c) {
        return c == '’' ? '\'' : c;
    }
}
