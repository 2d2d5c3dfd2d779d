package app.rapport.conversations.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom a report names in its own words, by the habits of mail servers that knew no delivery status
 * fields: an address that opens its own line (qmail, Exim, Postfix, Sendmail, Exchange), one after
 * words such as "unable to deliver to", one that stands alone.
 */
final class ReportWords {
    private static final String ADDRESS = MailAddress.IN_TEXT;
    private static final Pattern LINE_START =
            Pattern.compile(
                    "(?im)^[ \\t>*|-]{0,24}(?:(?:Recipient|Address|Mailbox|User|Rcpt|Failed Recipient|Original address|Recipient address|Recipient Address|Intended recipient)\\s*:?=?[ \\t]+)?"
                            + "(?:[\\w.+-]+@[\\w.-]+[ \\t]+(?=<)|\"?[^<>@\\n\"]{1,60}\"?[ \\t]+(?=<[^>\\n]+>[ \\t]*(?:$|:)))?"
                            + "(?:<(?:mailto:)?("
                            + ADDRESS
                            + ")>|[\"'(]?("
                            + ADDRESS
                            + ")[\"')]?|c=[^\\n]{0,120}SMTP=("
                            + ADDRESS
                            + "))[ \\t]*(?=$|[:;.,(\\[<]|-|\\S)");
    private static final Pattern ORIGINAL_ADDRESS =
            Pattern.compile(
                    "(?im)^[ \\t>]*(?:Original address|Original recipient(?: address)?):?\\s+<?("
                            + ADDRESS
                            + ")");

    /** What SMTP servers answered: "550 <x>... User unknown". */
    private static final Pattern REFUSED =
            Pattern.compile(
                    "(?im)^[ \\t<>]{0,8}[45]\\d\\d[ -](?:[45]\\.\\d\\.\\d{1,3} )?<("
                            + ADDRESS
                            + ")>");

    private static final Pattern AFTER_WORD =
            Pattern.compile(
                    "(?im)(?:(?:not|n['’]t|could not|unable to|cannot|failed to|failure to|failed) (?:be )?(?:deliver(?:ed)?|send|sent|reach(?:ed)?|find)\\b[^@\\n]{0,120}?\\b(?:to|for)\\b:?\\s+"
                            + "|(?:message|mail|e-?mail)(?: sent)? (?:to|for)[:\\s]+|undeliverable to\\s+|addressed(?: to)?[,:]?\\s+|deliver(?:y|ed) (?:to|for)[:\\s]+|recipients?(?: address(?:es)?)?[:=]?\\s*|RCPT TO:\\s*|T=\\[?|mailbox(?: for| of)?:?\\s+|accounts? (?:for|of)?\\s*|user:?\\s+|address(?:es)?[:\\s]\\s*|destinat(?:ion|aire)s?:?\\s*|an[:\\s]+|a[:\\s]+|Address: )"
                            + "[<\\[(]?[\"']?(?:rfc822;\\s*)?(?:mailto:)?("
                            + ADDRESS
                            + ")");
    private static final Pattern ANGLE = Pattern.compile("<(" + ADDRESS + ")>");
    private static final Pattern ANYWHERE = Pattern.compile(ADDRESS);

    /** Lines that name somebody else than the one who was not reached. */
    private static final Pattern OTHERS_LINE =
            Pattern.compile(
                    "(?i)^[\\s>]*(?:.{0,30}(?:MAIL FROM|(?<!expanded |generated )from|sender|reply-to|return-path|message-id|cc|contact|postmaster|helpdesk|support)\\b[^@\\n]{0,60}$|(?:In:|Out:)?\\s*FROM:.*)");

    private static final Pattern STATUS =
            Pattern.compile("(?<![\\d.@])([45]\\.[0-7]\\.\\d{1,3})(?![\\d.])");
    private static final Pattern BARE_NAME =
            Pattern.compile("(?m)^[ \\t]{1,8}([A-Za-z0-9][A-Za-z0-9._-]{1,40})[ \\t]*$");
    private static final Pattern NAMES_FOLLOW =
            Pattern.compile(
                    "(?is)(?:recipients?|not delivered to)[^\\n]*(?:\\n[^\\n:]{1,200}){0,3}:\\s*\\n");

    private final String report;
    private Predicate<String> counts;
    private final Map<String, @Nullable String> found = new LinkedHashMap<>();

    private ReportWords(String report, Predicate<String> counts) {
        this.report = report;
        this.counts = counts;
    }

    /**
     * @param report the server's own words
     * @param counts whether an address can be the one that was not reached
     * @param stranger the same where the words are less sure: not who wrote the mail, either
     */
    static List<Bounced> read(String report, Predicate<String> counts, Predicate<String> stranger) {
        ReportWords words = new ReportWords(report, counts);
        words.matches(ORIGINAL_ADDRESS);
        if (words.found.isEmpty()) words.matches(LINE_START);
        words.counts = stranger;
        if (words.found.isEmpty()) words.matches(REFUSED);
        if (words.found.isEmpty()) words.matches(AFTER_WORD);
        if (words.found.isEmpty()) words.matches(ANGLE);
        if (words.found.isEmpty()) words.alone();
        words.dropCutOff();
        return words.bounces();
    }

    /** Screen names without a domain, as AOL listed them, are at AOL. */
    static List<Bounced> screenNames(String report, String domain) {
        Matcher follow = NAMES_FOLLOW.matcher(report);
        if (!domain.equals("aol.com") || !follow.find()) return List.of();
        List<Bounced> bounces = new ArrayList<>();
        Matcher name = BARE_NAME.matcher(report).region(follow.end(), report.length());
        while (name.find() && bounces.size() < 50)
            bounces.add(
                    new Bounced(MailAddress.tidy(name.group(1) + "@" + domain), status(report)));
        return bounces;
    }

    /** The first enhanced status code (RFC 3463) of a text. */
    static @Nullable String status(String text) {
        Matcher code = STATUS.matcher(text);
        return code.find() ? code.group(1) : null;
    }

    private void matches(Pattern pattern) {
        Matcher match = pattern.matcher(report);
        List<int[]> spans = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        while (match.find() && spans.size() < 500) {
            if (others(match.start(), addressStart(match))) continue;
            spans.add(new int[] {match.start(), match.end()});
            addresses.add(address(match));
        }
        for (int i = 0; i < spans.size(); i++) {
            int end = i + 1 < spans.size() ? spans.get(i + 1)[0] : report.length();
            put(addresses.get(i), spans.get(i)[1], Math.min(end, spans.get(i)[1] + 900));
        }
    }

    private static int addressStart(Matcher match) {
        for (int i = 1; i <= match.groupCount(); i++)
            if (match.group(i) != null) return match.start(i);
        return match.start();
    }

    private static String address(Matcher match) {
        for (int i = 1; i <= match.groupCount(); i++) {
            String group = match.group(i);
            if (group != null) return group;
        }
        return match.group();
    }

    private boolean others(int start, int addressStart) {
        int line = report.lastIndexOf('\n', Math.max(0, addressStart - 1)) + 1;
        if (addressStart - line > 400) return false;
        return OTHERS_LINE.matcher(report.substring(line, addressStart)).matches() && start >= 0;
    }

    private void alone() {
        Matcher any = ANYWHERE.matcher(report);
        while (any.find() && found.isEmpty()) {
            if (!others(any.start(), any.start())) put(any.group(), any.end(), report.length());
        }
    }

    private void put(String address, int from, int to) {
        String key = MailAddress.tidy(address);
        if (key.indexOf('@') < 1 || key.length() > 320 || !counts.test(key)) return;
        if (found.get(key) == null)
            found.put(key, status(report.substring(from, Math.max(from, to))));
    }

    /** A line break within an address leaves its beginning behind. */
    private void dropCutOff() {
        List<String> all = List.copyOf(found.keySet());
        found.keySet().removeIf(one -> all.stream().anyMatch(other -> other.startsWith(one + ".")));
    }

    private List<Bounced> bounces() {
        List<Bounced> bounces = new ArrayList<>();
        boolean only = found.size() == 1;
        found.forEach((address, status) ->
                bounces.add(
                        new Bounced(address, status == null && only ? status(report) : status)));
        return bounces;
    }
}
