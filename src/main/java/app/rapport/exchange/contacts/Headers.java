package app.rapport.exchange.contacts;

import app.rapport.exchange.contacts.HeaderWords.Meaning;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a header: which field, whose label, which group. */
final class Headers {
    private static final Pattern ENTITY =
            Pattern.compile(
                    "(?i)^\\s*(person|contact|lead|people|organi[sz]ation|company|account|deal|opportunity|activity|task|ticket)\\s*(?: - |[:.>/]|__)\\s*(.+)$");
    private static final Pattern NUMBERED_ADDRESS =
            Pattern.compile("^(address|adresse|direccion|indirizzo|adres|endereco) ?(\\d+) (.+)$");
    private static final Pattern NUMBERED = Pattern.compile("^(.*?\\D)(\\d+)( .+)?$");
    private static final Pattern LABEL_OF =
            Pattern.compile(
                    "^(.+) (type|label|typ|art|etikett|libelle|etiqueta|etichetta|bezeichnung|tipo)$");
    private static final Pattern VALUE_OF =
            Pattern.compile(
                    "^(.+) (value|formatted|wert|valeur|valor|valore|waarde|formatiert|formate|formattato)$");
    private static final Pattern SECOND =
            Pattern.compile(".*\\b(secondary|alternate|alternative|alt|additional|tertiary)\\b.*");
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "address|addresses|adresse|anschrift|postanschrift|rechnungsanschrift|lieferanschrift|rechnungsadresse|lieferadresse|direccion|indirizzo|adres|endereco|adress");

    /** "Last Name (Name)", "emails.primaryEmail", "Name / First Name": the part after the whole. */
    private static final Pattern PART_OF =
            Pattern.compile("(?:(.+?)\\s*\\((.+)\\)|([^./>:]+?)\\s*(?:[./>:]|__)\\s*(.+))\\s*");

    static final Pattern PICTURE =
            Pattern.compile(".*\\b(photo|foto|picture|image|avatar|logo|bild|profilbild)\\b.*");

    private static final Set<Field> PARTED =
            EnumSet.of(
                    Field.NAME,
                    Field.MAIL,
                    Field.PHONE,
                    Field.LINK,
                    Field.ADDRESS,
                    Field.NOTES,
                    Field.BIRTHDAY);
    private static final Pattern NOT_A_MAIL =
            Pattern.compile(
                    ".*\\b(code|prefix|vorwahl|indicatif|opt|optout|status|bounce|bounced|sent|opened|clicked|count|date|time|type|consent|marketing|last|verified|quarantined|invalid)\\b.*");

    /** Fields that a word like "work" or "secondary" may stand before. */
    private static final Set<Field> REACHING =
            EnumSet.of(
                    Field.MAIL,
                    Field.PHONE,
                    Field.LINK,
                    Field.CHAT,
                    Field.STREET,
                    Field.CITY,
                    Field.REGION,
                    Field.POSTAL_CODE,
                    Field.COUNTRY,
                    Field.ADDRESS);

    private Headers() {}

    /** What the header alone says; confidence 0 and EXTRA where it says nothing. */
    static Column read(int index, String header) {
        Matcher entity = ENTITY.matcher(HeaderWords.beginning(header).replaceAll("\\*+\\s*$", ""));
        boolean prefixed = entity.matches();
        String of = prefixed ? entity.group(1).toLowerCase(java.util.Locale.ROOT) : "";
        String words = HeaderWords.fold(prefixed ? entity.group(2) : header);
        if (of.matches("deal|opportunity|activity|task|ticket")) return nothing(index, header);
        if (of.matches("organi[sz]ation|company|account") && prefixed)
            return ofCompany(index, header, words);
        Column whole = plain(index, header, words);
        return whole.confidence() > 0.6 ? whole : part(whole);
    }

    /** Some programs write where a value lies in their own order of things. */
    private static Column part(Column whole) {
        Matcher parted = PART_OF.matcher(HeaderWords.beginning(whole.header()));
        if (!parted.matches()) return whole;
        boolean behind = parted.group(1) != null;
        String of = HeaderWords.fold(behind ? parted.group(2) : parted.group(3));
        boolean known = HeaderWords.exactly(of).filter(m -> PARTED.contains(m.field())).isPresent();
        if (!known || OtherPeople.in(of)) return whole;
        String inner = HeaderWords.fold(behind ? parted.group(1) : parted.group(4));
        Column part = plain(whole.index(), whole.header(), inner);
        return part.confidence() > whole.confidence() ? part : whole;
    }

    /** "Organization - Name" in a file of persons. */
    private static Column ofCompany(int index, String header, String words) {
        Column whole = plain(index, header, HeaderWords.fold(header));
        if (whole.confidence() > 0.9) return whole;
        Column part = plain(index, header, words);
        Field field =
                switch (part.field()) {
                    case NAME -> Field.COMPANY;
                    case EXTERNAL_ID -> Field.COMPANY_ID;
                    case MAIL, PHONE, LINK, INDUSTRY, SIZE, COMPANY_DOMAIN -> part.field();
                    case STREET, CITY, REGION, POSTAL_CODE, COUNTRY, ADDRESS -> part.field();
                    case TITLE, DEPARTMENT -> part.field();
                    default -> Field.EXTRA;
                };
        return new Column(
                index, header, field, "work", "company" + part.group(), part.confidence());
    }

    private static Column plain(int index, String header, String words) {
        Matcher address = NUMBERED_ADDRESS.matcher(words);
        if (address.matches()) {
            String rest = address.group(3).replaceAll("\\s*\\d+$", "");
            if (LABEL_OF.matcher("a " + rest).matches())
                return new Column(
                        index, header, Field.LABEL, "", "address" + address.group(2), 0.95);
            if (VALUE_OF.matcher("a " + rest).matches())
                return new Column(
                        index, header, Field.ADDRESS, "", "address" + address.group(2), 0.95);
            Column part = named(index, header, rest, "");
            if (part.confidence() > 0 && Field.ADDRESS_PARTS.contains(part.field()))
                return new Column(
                        index, header, part.field(), "", "address" + address.group(2), 0.95);
        }
        String group = "";
        Matcher numbered = NUMBERED.matcher(words);
        if (numbered.matches()) {
            String rest = numbered.group(3) == null ? "" : numbered.group(3);
            group = numbered.group(2);
            words = (numbered.group(1).strip() + rest).strip();
        }
        Matcher label = LABEL_OF.matcher(words);
        if (label.matches()) {
            Column of = named(index, header, label.group(1), group);
            if (of.confidence() > 0.8 && REACHING.contains(of.field()))
                return new Column(index, header, Field.LABEL, "", of.group(), of.confidence());
        }
        Matcher value = VALUE_OF.matcher(words);
        return named(index, header, value.matches() ? value.group(1) : words, group);
    }

    private static Column named(int index, String header, String words, String group) {
        Optional<Meaning> exact = HeaderWords.exactly(words);
        if (exact.isPresent()) return column(index, header, exact.get(), "", group, 0.95);
        if (OtherPeople.in(words)) return nothing(index, header);
        List<String> rest = new ArrayList<>();
        String label = "";
        for (String word : words.split(" ")) {
            String means = LabelWords.of(word);
            if (means == null) rest.add(word);
            else if (label.isEmpty()) label = means;
        }
        Optional<Meaning> without = HeaderWords.exactly(String.join(" ", rest));
        if (without.isPresent() && REACHING.contains(without.get().field()))
            return column(index, header, without.get(), side(words, label), group, 0.9);
        Optional<Meaning> part = partOfAddress(rest);
        if (part.isPresent())
            return column(index, header, part.get(), side(words, label), group, 0.9);
        return hinted(index, header, words, label, group);
    }

    /** "Primary Address City" and "Alternate Address City" are of two addresses. */
    private static String side(String words, String label) {
        return label.isEmpty() && SECOND.matcher(words).matches() ? "other" : label;
    }

    /** "Address Street", "Postanschrift Ort". */
    private static Optional<Meaning> partOfAddress(List<String> words) {
        List<String> others =
                words.stream().filter(word -> !ADDRESS.matcher(word).matches()).toList();
        if (others.isEmpty() || others.size() == words.size()) return Optional.empty();
        return HeaderWords.exactly(String.join(" ", others))
                .filter(meaning -> Field.ADDRESS_PARTS.contains(meaning.field()));
    }

    /** "Emailadresse des Kunden", "Tel. Zentrale": one of its words is enough for a guess. */
    private static Column hinted(
            int index, String header, String words, String label, String group) {
        boolean mail =
                words.matches(".*(email|\\bmails?\\b|courriel|correo|e ?post\\b|メール).*")
                        && !NOT_A_MAIL.matcher(words).matches();
        if (mail) return column(index, header, new Meaning(Field.MAIL, ""), label, group, 0.6);
        if (words.matches(".*\\b(tel|telefon\\w*|phone|telephone|mobile|mobil)\\b.*")
                && !NOT_A_MAIL.matcher(words).matches())
            return column(index, header, new Meaning(Field.PHONE, ""), label, group, 0.6);
        if (words.matches(".*\\b(url|website|webseite|linkedin)\\b.*")
                && !PICTURE.matcher(words).matches())
            return column(index, header, new Meaning(Field.LINK, ""), label, group, 0.6);
        return new Column(index, header, Field.EXTRA, label, "", 0);
    }

    private static Column column(
            int index, String header, Meaning meaning, String label, String number, double sure) {
        String own = meaning.label().isEmpty() ? label : join(label, meaning.label());
        boolean address = Field.ADDRESS_PARTS.contains(meaning.field());
        String group = address ? "address " + label : meaning.field() + number;
        return new Column(index, header, meaning.field(), own, group, sure);
    }

    private static String join(String label, String own) {
        return label.isEmpty() || label.equals(own) ? own : label + " " + own;
    }

    private static Column nothing(int index, String header) {
        return new Column(index, header, Field.EXTRA, "", "", 0);
    }
}
