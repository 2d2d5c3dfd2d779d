package app.rapport.listening;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The line that introduces a quotation: "On Monday, Ann wrote:". It is known by what all programs
 * and languages share, a date or an address and the colon after the name, and by the verb; it may
 * be wrapped over several lines.
 */
final class Introduction {
    private static final int LONGEST = 400;
    private static final int MOST_LINES = 6;

    private static final String VERB =
            "(?:wrote|writes|said|sent|a [ée]crit|escribi[óo]|ha escrit|ha scritto|scrisse|napisa[łl][aeo]?(?:\\(a\\))?|pisze|napsala?(?:\\(a\\))?|nap[íi]sala?(?:\\(a\\))?|je napisao|je napisala?|escreveu|skrev|skrifaði|kirjoitti|kirjutas|rakst[īi]ja|raš[ėe]|написала?(?:\\(а\\))?|пишет|пише|написав|написао|írta|a scris|έγραψε|yazdı|şunu yazdı|geschreven|đã viết|menulis|schrieb|schreef|כתב/?ה?|كتب)";

    private static final Pattern WROTE =
            Pattern.compile(
                    "(?iu).*(?<![\\p{L}])"
                            + VERB
                            + "\\s?(?:[<(\\[]\\S{1,80}|\\[[^\\]]*\\])?\\s*|.*(?:写道|寫道|のメール|のメッセージ|님이 작성|작성|さんは書きました|さんが書きました)\\s*");

    /** The name behind the verb, as German and Scandinavian programs have it. */
    private static final Pattern WROTE_NAME =
            Pattern.compile(
                    "(?iu).*(?<![\\p{L}])(?:schrieb|schreef|skrev|napisał|napsal|kirjoitti)\\s.{1,120}");

    /** How such a line begins. */
    private static final Pattern START =
            Pattern.compile(
                    "(?iu)^\\W{0,3}(?:on|am|le|el|il|op|w dniu|dnia|em|den|på|ma|dne|la|στις|в|at|in (?:article|message|data)|vào|pada|\\d{1,4}[-/.年: ])(?![\\p{L}]).*");

    private static final Pattern DATE =
            Pattern.compile(
                    "(?iu)(?:(?<!\\d)(?:19|20)\\d\\d(?!\\d)|(?<!\\d)\\d{1,2}[:.h]\\d{2}(?!\\d)|(?<!\\d)\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}|\\b(?:mon|tue|wed|thu|fri|sat|sun)(?:\\.|,|[a-z]{0,6}day)?\\b|\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.? \\d{1,2}\\b|\\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))");

    private static final List<String> WEEKDAYS =
            List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private static final Pattern ENDS_WITH_ADDRESS =
            Pattern.compile(".*[<(\\[\\s][^<>()\\s@]+@[^<>()\\s@]+[>)\\]\\s]*");

    private static final Pattern NAME_WITH_ADDRESS =
            Pattern.compile("^\\s*[\"\\p{L}].{0,80}<[^<>\\s]+@[^<>\\s]+>.*");

    /** "2012/3/4 Ann Lee <ann@example.org>" and "2012-03-04 10:12 GMT+01:00 Ann Lee". */
    private static final Pattern DATED_SENDER =
            Pattern.compile(
                    "^\\s*(?:(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/. ]\\w{1,9}[-/. ]\\d{2,4}).{0,120}<[^<>\\s]+@[^<>\\s]+>|\\d{4}-\\d\\d-\\d\\d \\d{1,2}:\\d\\d (?:GMT|UTC)[+-]\\d\\d?:?\\d\\d [^\\s<][^<]{0,80})\\s*:?\\s*$");

    private static final Pattern WITHIN_LINE =
            Pattern.compile(
                    "^(?<before>.*?\\S)(?:\\s+|\\s*-{2,}\\s*)(?<introduction>On (?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}[, .]|\\d{1,4}[-/. ]).{4,200}\\bwrote:)\\s*$");

    private Introduction() {}

    /** The last line of an introduction that begins at that line, or -1. */
    static int end(List<String> lines, int from) {
        String first = lines.get(from);
        if (first.length() > LONGEST) return -1;
        if (DATED_SENDER.matcher(first).matches()) return from;
        if (!anyMayEnd(lines, from)) return -1;
        StringBuilder joined = new StringBuilder();
        for (int k = from; k < lines.size() && k < from + MOST_LINES; k++) {
            String line = lines.get(k);
            if (!goesOn(joined, lines, from, k)) return -1;
            joined.append(k > from ? " " : "").append(line.strip());
            if (joined.length() > LONGEST) return -1;
            if ((mayEnd(line) && isWhole(joined.toString()))
                    || (k == from && QuoteMarks.quoteFollows(lines, k) && says(line))) {
                return k > from && beginsLater(lines, from, k) ? -1 : k;
            }
        }
        return -1;
    }

    private static boolean anyMayEnd(List<String> lines, int from) {
        int to = Math.min(lines.size(), from + MOST_LINES);
        return lines.subList(from, to).stream().anyMatch(Introduction::mayEnd);
    }

    /** How the last line of one ends: a cheap look before the dear one. */
    private static boolean mayEnd(String line) {
        String text = line.stripTrailing();
        if (text.isEmpty()) return false;
        char last = text.charAt(text.length() - 1);
        return ":：-*_道".indexOf(last) >= 0 || text.endsWith("wrote");
    }

    /** Where an introduction begins within a line, behind words of the writer; 0 if nowhere. */
    static int within(String line) {
        if (line.length() > LONGEST || !(line.contains(" wrote:") || line.endsWith("wrote:")))
            return 0;
        var match = WITHIN_LINE.matcher(line);
        return match.matches() && !START.matcher(line).matches() ? match.start("introduction") : 0;
    }

    static boolean hasDate(String text) {
        return mayHaveDate(text) && DATE.matcher(text).find();
    }

    /** Every date has a digit, or is the name of a weekday; most lines have neither. */
    private static boolean mayHaveDate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') return true;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return WEEKDAYS.stream().anyMatch(lower::contains);
    }

    /** Whether that line may continue the introduction so far. */
    private static boolean goesOn(StringBuilder joined, List<String> lines, int from, int k) {
        if (k == from) return true;
        String line = lines.get(k);
        if (line.isBlank()) {
            return k + 1 < lines.size()
                    && lines.get(k + 1).strip().startsWith("<")
                    && hasDate(lines.get(from));
        }
        if (QuoteMarks.isPrefixed(line)) {
            return line.length() < 40 && line.strip().endsWith(":") && opened(joined);
        }
        return k == from + 1 || startsLike(lines.get(from));
    }

    private static boolean opened(StringBuilder joined) {
        return joined.lastIndexOf("<") > joined.lastIndexOf(">")
                || joined.chars().filter(c -> c == '<').count()
                        > joined.chars().filter(c -> c == '>').count();
    }

    private static boolean startsLike(String line) {
        return START.matcher(line).matches() || hasDate(line);
    }

    private static boolean isWhole(String text) {
        String core = withoutRules(text);
        boolean ruled = text.startsWith("--") || text.endsWith("--");
        boolean colon = core.endsWith(":") || core.endsWith("：");
        // the verb is sought at every letter: first what most lines do not have
        if (!ruled && !colon && core.indexOf('@') < 0 && !core.endsWith("写道")) return false;
        if (colon) core = core.substring(0, core.length() - 1).strip();
        boolean verb = WROTE.matcher(core).matches();
        boolean known = core.indexOf('@') >= 0 || hasDate(core);
        if (ruled && verb) return true;
        if (colon)
            return ((verb || WROTE_NAME.matcher(core).matches()) && known)
                    || (hasDate(core) && ENDS_WITH_ADDRESS.matcher(core).matches());
        return verb && ((hasDate(core) && core.indexOf('@') >= 0) || core.endsWith("写道"));
    }

    private static String withoutRules(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && (isRule(text.charAt(from)) || text.charAt(from) == '|')) from++;
        while (to > from && isRule(text.charAt(to - 1))) to--;
        return text.substring(from, to);
    }

    private static boolean isRule(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r') || c == '*' || c == '_' || c == '-';
    }

    /** "Ann Lee wrote:" says it all where quoted lines follow. */
    private static boolean says(String line) {
        String text = line.strip();
        return text.length() < 80
                && text.endsWith(":")
                && WROTE.matcher(text.substring(0, text.length() - 1)).matches();
    }

    /** The introduction is shorter than thought: its first line is still the writer's own. */
    private static boolean beginsLater(List<String> lines, int from, int to) {
        for (int k = from + 1; k <= to; k++) {
            StringBuilder rest = new StringBuilder();
            for (int m = k; m <= to; m++)
                rest.append(m > k ? " " : "").append(lines.get(m).strip());
            if (startsLike(lines.get(k)) && isWhole(rest.toString())) return true;
        }
        String first = lines.get(from);
        return !startsLike(first) && !NAME_WITH_ADDRESS.matcher(first).matches();
    }
}
