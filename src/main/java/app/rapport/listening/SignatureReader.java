package app.rapport.listening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a signature says of its writer: phone numbers, title, company. Suggestions for a person to
 * accept, each with the place where it stands; a line that says nothing sure yields nothing.
 * Numbers are given as they are written: which country's they are is for the caller to know.
 */
public final class SignatureReader {
    private static final int LONGEST = 4_000;
    private static final int LONGEST_LINE = 160;
    private static final int LONGEST_PART = 70;

    /** What was found. */
    public enum Kind {
        PHONE,
        TITLE,
        COMPANY
    }

    /**
     * @param value as it is written
     * @param start where it begins in the signature
     * @param end where it ends, exclusive
     */
    public record Found(Kind kind, String value, int start, int end) {}

    /** Seven digits and more with what people put between them, and an extension. */
    private static final Pattern PHONE =
            Pattern.compile(
                    "(?<![\\w@/.-])(?:\\+|00)?\\(?\\d[\\d ().\\u00a0/-]{5,22}\\d(?:,? ?(?:x|ext\\.?|extension|dw) ?\\d{1,6})?(?![\\w@-])");

    private static final Pattern PHONE_LABEL =
            Pattern.compile(
                    "(?iu)(?:^|[^\\p{L}])(?:t|p|m|c|o|d|w|h|tel|tél|telefon|teléfono|telefono|téléphone|telephone|phone|ph|mob|mobile|mobil|móvil|portable|handy|cell|cellulare|office|büro|direct|direkt|durchwahl|work|home|main|voice|call|тел|моб|电话|手机|電話|携帯)[.:)]{0,2}\\s*(?:\\((?:office|mobile|cell|work|home|direct)\\))?[:.]?\\s*$");

    /** Numbers that are no phone to call: fax, tax and bank numbers, dates, post boxes. */
    private static final Pattern OTHER_NUMBER =
            Pattern.compile(
                    "(?iu)(?:^|[^\\p{L}])(?:f|fax|telefax|facsimile|télécopie|факс|传真|vat|ust|ust-idnr|tva|iva|nif|cif|siret|siren|hrb|hra|abn|acn|ein|iban|bic|swift|reg|registration|company (?:no|number)|account|acct|ticket|order|case|invoice|id|po box|p\\.o\\. box|room|suite)[.:)#]{0,2}\\s*(?:no\\.?|nr\\.?|number)?[:.]?\\s*$");

    private static final Pattern TITLE =
            Pattern.compile(
                    "(?iu)(?<!\\p{L})(?:[cC][eftomirs]o|evp|svp|vp|vice[- ]president|president|chair(?:man|woman|person)?|chief|manager|director|head of|head|lead|leader|engineer|developer|designer|architect|consultant|analyst|specialist|coordinator|co-ordinator|assistant|associate|partner|(?:co-?)?founder|owner|officer|representative|executive|administrator|supervisor|superintendent|secretary|accountant|controller|treasurer|advis[eo]r|attorney|counsel|lawyer|professor|lecturer|researcher|scientist|buyer|purchaser|planner|trader|broker|agent|editor|producer|technician|recruiter|principal|strategist|geschäftsführer(?:in)?|leiter(?:in)?|\\p{L}*leiter(?:in)?|inhaber(?:in)?|\\p{L}*berater(?:in)?|einkäufer(?:in)?|prokurist(?:in)?|vorstand|assistent(?:in)?|referent(?:in)?|directeur|directrice|gérante?|responsable|chef de \\p{L}+|président|ingénieure?|conseill(?:er|ère)|direttore|direttrice|responsabile|amministratore|directora?|gerente|jef[ea]|diretora?|ingenier[oa]|beheerder|zaakvoerder|verkoopleider|directeur|säljare|chef|daglig leder|toimitusjohtaja|директор|менеджер|руководитель)(?!\\p{L})");

    private static final Pattern COMPANY =
            Pattern.compile(
                    "(?u)(?<![\\p{L}.])(?:Inc\\.?|LLC|L\\.L\\.C\\.|Ltd\\.?|LTD|Limited|GmbH|gGmbH|AG|KG|OHG|SE|UG|e\\.V\\.|S\\.A\\.?|SAS|SARL|S\\.?p\\.?A\\.?|S\\.?r\\.?l\\.?|B\\.?V\\.?|N\\.?V\\.?|AB|ASA|Oyj?|ApS|A/S|Pty|PLC|plc|LLP|LP|Corp\\.?|Corporation|Company|& Co\\.?|Holdings?|Group|Gruppe|Bank|University|Universität|Université|Universidad|Institute|Foundation|Stiftung|S\\.L\\.|Ltda\\.?|Sp\\. z o\\.o\\.|s\\.r\\.o\\.|Kft\\.?|d\\.o\\.o\\.)(?![\\p{L}])");

    private static final Pattern PART =
            Pattern.compile("\\s*(?:[|•·‖,;/]|\\s[-–—@]\\s|\\s(?:at|bei|chez)\\s)\\s*");
    private static final Pattern NO_PART =
            Pattern.compile("(?iu).*(?:@|https?:|www\\.|\\d{3}|[.?!]\\s+\\p{L}).*|.*[?!:]");

    private final String text;
    private final List<Found> found = new ArrayList<>();

    private SignatureReader(String text) {
        this.text = text;
    }

    /**
     * @param signature as {@link MailWords#signature()} gives it
     */
    public static List<Found> read(String signature) {
        SignatureReader reader =
                new SignatureReader(
                        signature.length() > LONGEST ? signature.substring(0, LONGEST) : signature);
        int start = 0;
        for (String line : reader.text.split("\n", -1)) {
            if (line.length() <= LONGEST_LINE) reader.line(line, start);
            start += line.length() + 1;
        }
        reader.found.sort(Comparator.comparingInt(Found::start));
        return List.copyOf(reader.found);
    }

    private void line(String line, int start) {
        phones(line, start);
        int from = 0;
        boolean titled = false;
        Matcher parting = PART.matcher(line);
        while (from <= line.length()) {
            int to = parting.find() ? parting.start() : line.length();
            titled = part(start + from, start + Math.max(from, to), titled);
            if (to == line.length()) return;
            from = parting.end();
        }
    }

    private void phones(String line, int start) {
        Matcher phone = PHONE.matcher(line);
        int behind = 0;
        while (phone.find()) {
            String before = line.substring(behind, phone.start());
            behind = phone.end();
            boolean labelled = PHONE_LABEL.matcher(before).find();
            if (OTHER_NUMBER.matcher(before).find() || !isPhone(phone.group(), labelled)) continue;
            add(Kind.PHONE, start + phone.start(), start + phone.end());
        }
    }

    private static boolean isPhone(String number, boolean labelled) {
        long digits = number.replaceAll("[,x e].*$", "").chars().filter(Character::isDigit).count();
        if (number.matches("\\d{1,4}[-./]\\d{1,2}[-./]\\d{1,4}|\\d{4} ?[-–] ?\\d{4}")) return false;
        digits = Math.max(digits, number.chars().filter(Character::isDigit).count());
        if (digits > 17) return false;
        boolean grouped = number.chars().filter(c -> !Character.isDigit(c)).count() >= 2;
        return labelled ? digits >= 7 : digits >= 9 && (number.startsWith("+") || grouped);
    }

    /** A title, a company, or what follows a title on its line; whether a title was seen. */
    private boolean part(int from, int to, boolean titled) {
        int start = from;
        int end = to;
        while (start < end && !isWord(text.charAt(start))) start++;
        while (end > start
                && (Character.isWhitespace(text.charAt(end - 1)) || text.charAt(end - 1) == '*'))
            end--;
        String part = text.substring(start, end);
        if (part.length() < 2 || part.length() > LONGEST_PART || NO_PART.matcher(part).matches())
            return titled;
        if (!Character.isUpperCase(part.charAt(0)) && !Character.isLetter(part.charAt(0)))
            return titled;
        boolean capital = Character.isUpperCase(part.charAt(0));
        if (COMPANY.matcher(part).find() && capital) {
            add(Kind.COMPANY, start, end);
        } else if (TITLE.matcher(part).find() && part.split("\\s+").length <= 8) {
            add(Kind.TITLE, start, end);
            return true;
        } else if (titled && capital && part.split("\\s+").length <= 5) {
            add(Kind.COMPANY, start, end);
        }
        return titled;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c);
    }

    private void add(Kind kind, int start, int end) {
        String value = text.substring(start, end);
        if (found.stream().noneMatch(one -> one.kind == kind && one.value.equalsIgnoreCase(value)))
            found.add(new Found(kind, value, start, end));
    }
}
