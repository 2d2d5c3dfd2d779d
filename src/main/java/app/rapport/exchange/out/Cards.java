package app.rapport.exchange.out;

import app.rapport.people.ContactRecord;
import app.rapport.people.ContactRecord.Point;
import app.rapport.people.PostalDraft;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardWriter;
import ezvcard.parameter.AddressType;
import ezvcard.parameter.EmailType;
import ezvcard.parameter.TelephoneType;
import ezvcard.parameter.VCardParameters;
import ezvcard.property.Address;
import ezvcard.property.Birthday;
import ezvcard.property.Email;
import ezvcard.property.Kind;
import ezvcard.property.Language;
import ezvcard.property.Nickname;
import ezvcard.property.Organization;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.Timezone;
import ezvcard.property.Uid;
import ezvcard.property.Url;
import ezvcard.property.VCardProperty;
import ezvcard.util.PartialDate;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Contacts as vCards 4.0 (RFC 6350). */
public final class Cards implements Closeable {
    private final VCardWriter writer;

    public Cards(Writer out) {
        this.writer = new VCardWriter(out, VCardVersion.V4_0);
        writer.setAddProdId(false);
    }

    public void add(ContactRecord contact) throws IOException {
        VCard card = new VCard();
        card.setUid(new Uid("urn:uuid:" + contact.id().value()));
        card.setKind(Kind.individual());
        card.setFormattedName(shown(contact));
        name(contact, card);
        if (!contact.nickname().isEmpty()) {
            Nickname nickname = new Nickname();
            nickname.getValues().add(contact.nickname());
            card.setNickname(nickname);
        }
        work(contact, card);
        contact.points().forEach(point -> point(point, card));
        contact.postals().forEach(postal -> card.addAddress(address(postal)));
        birthday(contact.birthday(), card);
        if (!contact.language().isEmpty()) card.addLanguage(new Language(contact.language()));
        if (!contact.timeZone().isEmpty()) card.setTimezone(new Timezone(contact.timeZone()));
        if (!contact.notes().isEmpty()) card.addNote(contact.notes());
        if (!contact.tags().isEmpty()) card.setCategories(contact.tags().toArray(String[]::new));
        contact.extra().forEach((header, cell) -> extra(header, cell, card));
        card.setRevision(contact.updatedAt().atOffset(ZoneOffset.UTC).toZonedDateTime());
        writer.write(card);
    }

    /** A card must have a name. */
    private static String shown(ContactRecord contact) {
        if (!contact.displayName().isEmpty()) return contact.displayName();
        return contact.points().isEmpty() ? "?" : contact.points().getFirst().value();
    }

    private static void name(ContactRecord contact, VCard card) {
        StructuredName name = new StructuredName();
        name.setGiven(contact.givenName());
        name.setFamily(contact.familyName());
        if (!contact.middleName().isEmpty()) name.getAdditionalNames().add(contact.middleName());
        if (!contact.prefix().isEmpty()) name.getPrefixes().add(contact.prefix());
        if (!contact.suffix().isEmpty()) name.getSuffixes().add(contact.suffix());
        if (!contact.givenName().isEmpty() || !contact.familyName().isEmpty())
            card.setStructuredName(name);
    }

    private static void work(ContactRecord contact, VCard card) {
        if (!contact.title().isEmpty()) card.addTitle(contact.title());
        if (contact.accountName().isEmpty() && contact.department().isEmpty()) return;
        Organization organization = new Organization();
        organization.getValues().add(contact.accountName());
        if (!contact.department().isEmpty()) organization.getValues().add(contact.department());
        card.addOrganization(organization);
    }

    private static void point(Point point, VCard card) {
        VCardProperty property =
                switch (point.kind()) {
                    case "mail" -> new Email(point.value());
                    case "phone" -> new Telephone(point.value());
                    case "link" -> new Url(point.value());
                    default -> card.addExtendedProperty("X-" + word(point.kind()), point.value());
                };
        label(property, parameter(point.label()));
        if (!property.getClass().getSimpleName().equals("RawProperty")) card.addProperty(property);
    }

    private static void label(VCardProperty property, String label) {
        if (label.isEmpty()) return;
        switch (property) {
            case Email mail -> mail.getTypes().add(EmailType.get(label));
            case Telephone phone -> phone.getTypes().add(TelephoneType.get(label));
            default -> property.setParameter(VCardParameters.TYPE, label);
        }
    }

    private static Address address(PostalDraft postal) {
        Address address = new Address();
        address.setStreetAddress(text(postal.street()));
        address.setLocality(text(postal.city()));
        address.setRegion(text(postal.region()));
        address.setPostalCode(text(postal.postalCode()));
        address.setCountry(text(postal.country()));
        address.setLabel(text(postal.formatted()));
        if (!postal.label().isEmpty())
            address.getTypes().add(AddressType.get(parameter(postal.label())));
        return address;
    }

    private static @Nullable String text(String part) {
        return part.isEmpty() ? null : part;
    }

    private static void birthday(String day, VCard card) {
        if (day.matches("\\d{4}-\\d\\d-\\d\\d"))
            card.setBirthday(new Birthday(LocalDate.parse(day)));
        else if (day.matches("--\\d\\d-\\d\\d"))
            card.setBirthday(
                    new Birthday(
                            PartialDate.builder()
                                    .month(Integer.parseInt(day.substring(2, 4)))
                                    .date(Integer.parseInt(day.substring(5)))
                                    .build()));
        else if (!day.isEmpty()) card.setBirthday(new Birthday(day));
    }

    private static void extra(String header, Object cell, VCard card) {
        card.addExtendedProperty("X-RAPPORT-EXTRA", cell.toString())
                .setParameter("X-HEADER", parameter(header));
    }

    /** RFC 6350 has no line break and no quote in a parameter; headers and labels of people do. */
    private static String parameter(String text) {
        return text.replaceAll("\\R", " ").replace('"', '\'');
    }

    /** What may stand in a property's name. */
    private static String word(String text) {
        return text.toUpperCase(java.util.Locale.ROOT).replaceAll("[^A-Z0-9-]", "-");
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
