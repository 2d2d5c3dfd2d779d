package app.rapport.exchange.outlook;

import static app.rapport.exchange.outlook.PstMail.said;

import com.pff.PSTContact;
import com.pff.PSTObject;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardWriter;
import ezvcard.parameter.AddressType;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Address;
import ezvcard.property.Birthday;
import ezvcard.property.Organization;
import ezvcard.property.StructuredName;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneOffset;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Contacts as vCards, for the reader of cards. */
final class PstCards implements PstEntries {
    private final VCardWriter writer;

    PstCards(Writer out) {
        this.writer = new VCardWriter(out, VCardVersion.V3_0);
        writer.setAddProdId(false);
    }

    @Override
    public void add(PSTObject item) throws IOException {
        if (item instanceof PSTContact contact) writer.write(card(contact));
    }

    private static VCard card(PSTContact from) {
        VCard card = new VCard();
        card.setFormattedName(said(from.getDisplayName()));
        StructuredName name = new StructuredName();
        name.setGiven(said(from.getGivenName()));
        name.setFamily(said(from.getSurname()));
        if (!said(from.getMiddleName()).isEmpty())
            name.getAdditionalNames().add(said(from.getMiddleName()));
        if (!said(from.getDisplayNamePrefix()).isEmpty())
            name.getPrefixes().add(said(from.getDisplayNamePrefix()));
        if (!said(from.getGeneration()).isEmpty())
            name.getSuffixes().add(said(from.getGeneration()));
        card.setStructuredName(name);
        if (!said(from.getNickname()).isEmpty()) card.setNickname(said(from.getNickname()));
        work(from, card);
        mails(from, card);
        phones(from, card);
        addresses(from, card);
        link(from.getBusinessHomePage(), card);
        link(from.getPersonalHomePage(), card);
        birthday(from.getBirthday(), card);
        String note = said(from.getBody()).strip();
        if (!note.isEmpty()) card.addNote(note);
        return card;
    }

    private static void work(PSTContact from, VCard card) {
        if (!said(from.getTitle()).isEmpty()) card.addTitle(said(from.getTitle()));
        Organization company = new Organization();
        if (!said(from.getCompanyName()).isEmpty()) {
            company.getValues().add(said(from.getCompanyName()));
            if (!said(from.getDepartmentName()).isEmpty())
                company.getValues().add(said(from.getDepartmentName()));
            card.addOrganization(company);
        }
    }

    /** An Exchange name is no mail address; the name as it was typed often is. */
    private static void mails(PSTContact from, VCard card) {
        mail(from.getEmail1EmailAddress(), from.getEmail1OriginalDisplayName(), card);
        mail(from.getEmail2EmailAddress(), from.getEmail2OriginalDisplayName(), card);
        mail(from.getEmail3EmailAddress(), from.getEmail3OriginalDisplayName(), card);
    }

    private static void mail(@Nullable String address, @Nullable String typed, VCard card) {
        String shown = said(address).contains("@") ? said(address) : said(typed);
        if (shown.contains("@")) card.addEmail(shown);
    }

    private static void phones(PSTContact from, VCard card) {
        phone(from.getBusinessTelephoneNumber(), TelephoneType.WORK, card);
        phone(from.getBusiness2TelephoneNumber(), TelephoneType.WORK, card);
        phone(from.getMobileTelephoneNumber(), TelephoneType.CELL, card);
        phone(from.getHomeTelephoneNumber(), TelephoneType.HOME, card);
        phone(from.getHome2TelephoneNumber(), TelephoneType.HOME, card);
        phone(from.getCarTelephoneNumber(), TelephoneType.CAR, card);
        phone(from.getBusinessFaxNumber(), TelephoneType.FAX, card);
        phone(from.getOtherTelephoneNumber(), TelephoneType.VOICE, card);
        phone(from.getPrimaryTelephoneNumber(), TelephoneType.PREF, card);
    }

    private static void phone(@Nullable String number, TelephoneType type, VCard card) {
        String said = said(number);
        boolean known =
                card.getTelephoneNumbers().stream().anyMatch(one -> said.equals(one.getText()));
        if (!said.isBlank() && !known) card.addTelephoneNumber(said, type);
    }

    private static void addresses(PSTContact from, VCard card) {
        address(
                AddressType.WORK,
                from.getBusinessAddressStreet(),
                from.getBusinessPostalCode(),
                from.getBusinessAddressCity(),
                from.getBusinessAddressStateOrProvince(),
                from.getBusinessAddressCountry(),
                card);
        address(
                AddressType.HOME,
                from.getHomeAddressStreet(),
                from.getHomeAddressPostalCode(),
                from.getHomeAddressCity(),
                from.getHomeAddressStateOrProvince(),
                from.getHomeAddressCountry(),
                card);
    }

    private static void address(
            AddressType type,
            @Nullable String street,
            @Nullable String code,
            @Nullable String city,
            @Nullable String state,
            @Nullable String country,
            VCard card) {
        if ((said(street) + said(code) + said(city)).isBlank()) return;
        Address address = new Address();
        address.getTypes().add(type);
        address.setStreetAddress(said(street));
        address.setPostalCode(said(code));
        address.setLocality(said(city));
        address.setRegion(said(state));
        address.setCountry(said(country));
        card.addAddress(address);
    }

    private static void link(@Nullable String page, VCard card) {
        if (!said(page).isBlank()) card.addUrl(said(page));
    }

    private static void birthday(@Nullable Date day, VCard card) {
        if (day != null)
            card.setBirthday(new Birthday(day.toInstant().atOffset(ZoneOffset.UTC).toLocalDate()));
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
