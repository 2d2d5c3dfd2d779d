package app.rapport.exchange.contacts;

import app.rapport.people.AccountDraft;
import app.rapport.people.ContactDraft;
import app.rapport.people.PointDraft;
import app.rapport.people.PointDraft.Kind;
import app.rapport.people.PostalDraft;
import ezvcard.VCard;
import ezvcard.property.Birthday;
import ezvcard.property.Nickname;
import ezvcard.property.Organization;
import ezvcard.property.RawProperty;
import ezvcard.property.StructuredName;
import ezvcard.property.TextProperty;
import ezvcard.property.VCardProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one vCard says. */
final class CardReader {
    private final VCard card;
    private final String position;
    private final String raw;
    private final CardRest rest;
    private final Map<String, PointDraft> points = new LinkedHashMap<>();
    private final Map<String, String> extra = new LinkedHashMap<>();

    CardReader(VCard card, String position, String raw) {
        this.card = card;
        this.position = position;
        this.raw = raw;
        this.rest = new CardRest(card);
        points();
        extra();
    }

    Item item() {
        if (rest.isGroup()) return new Item.Kept(position, "group", rest.group());
        ContactDraft draft = draft();
        if (onlyCompany(draft)) return new Item.Account(position, account(draft));
        if (!draft.displayName().isEmpty()) return new Item.Contact(position, draft);
        boolean mail = points.values().stream().anyMatch(point -> point.kind() == Kind.MAIL);
        if (!mail && !draft.companyName().isEmpty())
            return new Item.Account(position, account(draft));
        if (points.isEmpty())
            return new Item.SetAside(
                    position,
                    "No name, no address, no phone: nobody to store. Fill in one of them, or leave the card out.",
                    raw);
        return new Item.Contact(position, draft);
    }

    /** Phones show a company as a card whose name is the company's; some say so. */
    private boolean onlyCompany(ContactDraft draft) {
        if (draft.companyName().isEmpty()) return false;
        boolean mail = points.values().stream().anyMatch(point -> point.kind() == Kind.MAIL);
        boolean named = !draft.givenName().isEmpty() || !draft.familyName().isEmpty();
        boolean alike = draft.displayName().equals(draft.companyName());
        return !named && alike && (!mail || rest.isCompany());
    }

    private ContactDraft draft() {
        StructuredName name = card.getStructuredName();
        String given = name == null ? "" : text(name.getGiven());
        String family = name == null ? "" : text(name.getFamily());
        String middle = name == null ? "" : joined(name.getAdditionalNames());
        List<String> company = company();
        return new ContactDraft(
                value(card.getUid()),
                display(given, middle, family),
                given,
                middle,
                family,
                name == null ? "" : joined(name.getPrefixes()),
                name == null ? "" : joined(name.getSuffixes()),
                nickname(),
                first(card.getTitles(), card.getRoles()),
                company.size() > 1 ? String.join(", ", company.subList(1, company.size())) : "",
                company.isEmpty() ? "" : company.getFirst(),
                "",
                "",
                List.copyOf(points.values()),
                card.getAddresses().stream().map(CardReader::postal).toList(),
                birthday(),
                card.getLanguages().isEmpty()
                        ? ""
                        : text(card.getLanguages().getFirst().getValue()),
                rest.timeZone(),
                texts(card.getNotes()).collect(Collectors.joining("\n")),
                card.getCategories() == null ? List.of() : clean(card.getCategories().getValues()),
                "",
                Optional.empty(),
                extra,
                position);
    }

    private AccountDraft account(ContactDraft draft) {
        String website =
                points.values().stream()
                        .filter(point -> point.kind() == Kind.LINK)
                        .map(PointDraft::value)
                        .findFirst()
                        .orElse("");
        return new AccountDraft(
                draft.externalId(),
                draft.companyName(),
                RowReader.domain(website),
                website,
                draft.points(),
                draft.postals(),
                "",
                "",
                "",
                "",
                "",
                draft.notes(),
                draft.tags(),
                Optional.empty(),
                extra,
                position);
    }

    private String display(String given, String middle, String family) {
        String formatted = value(card.getFormattedName());
        if (!formatted.isEmpty() && !CellShape.mail(formatted)) return formatted;
        String whole =
                Stream.of(given, middle, family)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" "));
        return whole.isEmpty() ? nickname() : whole;
    }

    private void points() {
        card.getEmails().forEach(mail -> point(Kind.MAIL, mail, text(mail.getValue())));
        card.getTelephoneNumbers()
                .forEach(phone -> {
                    String number = text(phone.getText());
                    if (number.isEmpty() && phone.getUri() != null)
                        number = phone.getUri().getNumber();
                    point(Kind.PHONE, phone, text(number));
                });
        card.getUrls().forEach(url -> point(Kind.LINK, url, text(url.getValue())));
        card.getImpps()
                .forEach(chat -> point(Kind.CHAT, chat, Objects.toString(chat.getUri(), "")));
        // an address that stands in the name's place
        String formatted = value(card.getFormattedName());
        for (String mail : CellValues.mails(formatted))
            points.putIfAbsent("MAIL " + mail.toLowerCase(Locale.ROOT), CellValues.mail("", mail));
    }

    private void point(Kind kind, VCardProperty property, String value) {
        if (value.isEmpty()) return;
        String key = CellValues.key(kind, value, Phones.NO_REGION);
        if (key.isEmpty()) {
            keep(kind.name().toLowerCase(Locale.ROOT), value);
            return;
        }
        points.putIfAbsent(kind + " " + key, new PointDraft(kind, label(property), value, key));
    }

    /** The types without those that say nothing to a reader. */
    private String label(VCardProperty property) {
        String grouped = groupLabel(property);
        if (!grouped.isEmpty()) return grouped;
        return property.getParameters().getTypes().stream()
                .flatMap(types -> Stream.of(types.split(",")))
                .map(type -> type.toLowerCase(Locale.ROOT))
                .filter(type -> !type.matches("internet|pref|voice|x400"))
                .map(type -> type.equals("cell") ? "mobile" : type)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** item1.X-ABLabel:_$!<HomePage>!$_ */
    private String groupLabel(VCardProperty property) {
        if (property.getGroup() == null) return "";
        return card.getExtendedProperties("X-ABLabel").stream()
                .filter(label -> property.getGroup().equalsIgnoreCase(label.getGroup()))
                .map(label ->
                        text(label.getValue())
                                .replaceAll("^_\\$!<|>!\\$_$", "")
                                .toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    private void extra() {
        for (RawProperty property : card.getExtendedProperties())
            if (!CardRest.OURS.contains(property.getPropertyName().toUpperCase(Locale.ROOT)))
                keep(property.getPropertyName(), property.getValue());
        card.getTitles().stream().skip(1).forEach(title -> keep("TITLE", title.getValue()));
        if (!card.getTitles().isEmpty())
            card.getRoles().forEach(role -> keep("ROLE", role.getValue()));
        card.getOrganizations().stream()
                .skip(1)
                .forEach(company -> keep("ORG", joined(company.getValues())));
        rest.each(this::keep);
    }

    private void keep(String name, @Nullable String said) {
        String value = text(said);
        if (value.isEmpty()) return;
        extra.merge(name, value, (a, b) -> a.equals(b) ? a : a + "\n" + b);
    }

    private List<String> company() {
        Organization company = card.getOrganization();
        return company == null ? List.of() : clean(company.getValues());
    }

    private String nickname() {
        Nickname nickname = card.getNickname();
        return nickname == null ? "" : joined(nickname.getValues());
    }

    private String birthday() {
        Birthday day = card.getBirthday();
        if (day == null) return "";
        String written =
                day.getDate() != null
                        ? day.getDate().toString()
                        : day.getPartialDate() != null
                                ? day.getPartialDate().toISO8601(true)
                                : text(day.getText());
        String read = Days.birthday(written, true);
        if (read.isEmpty()) keep("BDAY", written);
        return read;
    }

    private static PostalDraft postal(ezvcard.property.Address address) {
        String street =
                Stream.of(
                                address.getPoBoxes(),
                                address.getExtendedAddresses(),
                                address.getStreetAddresses())
                        .map(CardReader::joined)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("\n"));
        String label =
                address.getTypes().stream()
                        .map(type -> type.getValue().toLowerCase(Locale.ROOT))
                        .filter(type -> !type.equals("pref"))
                        .collect(Collectors.joining(" "));
        return new PostalDraft(
                label,
                street,
                joined(address.getLocalities()),
                joined(address.getRegions()),
                joined(address.getPostalCodes()),
                joined(address.getCountries()),
                text(address.getLabel()));
    }

    private static String first(
            List<? extends TextProperty> first, List<? extends TextProperty> second) {
        return Stream.concat(texts(first), texts(second)).findFirst().orElse("");
    }

    private static Stream<String> texts(List<? extends TextProperty> properties) {
        return properties.stream().map(CardReader::value).filter(text -> !text.isEmpty());
    }

    private static String value(@Nullable TextProperty property) {
        return property == null ? "" : text(property.getValue());
    }

    private static String joined(List<String> parts) {
        return String.join(", ", clean(parts));
    }

    private static List<String> clean(List<String> parts) {
        List<String> clean = new ArrayList<>();
        for (String part : parts) if (!text(part).isEmpty()) clean.add(text(part));
        return clean;
    }

    /** No database keeps the sign that ends a text in C. */
    static String text(@Nullable String value) {
        return value == null ? "" : value.replace("\u0000", "").strip();
    }
}
