package app.rapport.exchange.contacts;

import ezvcard.VCard;
import ezvcard.property.Gender;
import ezvcard.property.Geo;
import ezvcard.property.RawProperty;
import ezvcard.property.TextListProperty;
import ezvcard.property.TextProperty;
import ezvcard.property.Timezone;
import ezvcard.property.VCardProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** What a card says beside the person, and of what kind it is. */
final class CardRest {
    /** Read elsewhere, or of the file and not of the person. */
    static final Set<String> OURS =
            Set.of(
                    "X-ABLABEL",
                    "X-ADDRESSBOOKSERVER-KIND",
                    "X-ADDRESSBOOKSERVER-MEMBER",
                    "X-ABSHOWAS");

    private static final Set<String> READ =
            Set.of(
                    "FormattedName",
                    "Nickname",
                    "Categories",
                    "Organization",
                    "Email",
                    "Url",
                    "Uid",
                    "Note",
                    "Title",
                    "Role",
                    "Language",
                    "RawProperty",
                    "ProductId",
                    "Revision",
                    "Profile",
                    "Kind",
                    "Member",
                    "Source",
                    "SourceDisplayText",
                    "SortString",
                    "Mailer");

    private final VCard card;

    CardRest(VCard card) {
        this.card = card;
    }

    /** A list of other cards, as address books of Apple and Nextcloud write their groups. */
    boolean isGroup() {
        return (card.getKind() != null && card.getKind().isGroup())
                || own("X-ADDRESSBOOKSERVER-KIND").equalsIgnoreCase("group");
    }

    boolean isCompany() {
        return (card.getKind() != null && card.getKind().isOrg())
                || own("X-ABShowAs").equalsIgnoreCase("company");
    }

    /** Its name and whose cards it holds, to be kept. */
    String group() {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("name", card.getFormattedName() == null ? "" : text(card.getFormattedName()));
        List<String> members =
                card.getMembers().isEmpty()
                        ? card.getExtendedProperties("X-ADDRESSBOOKSERVER-MEMBER").stream()
                                .map(RawProperty::getValue)
                                .toList()
                        : card.getMembers().stream().map(TextProperty::getValue).toList();
        said.put("members", CardReader.text(String.join("\n", members)));
        return JsonMapper.shared().writeValueAsString(said);
    }

    /** A zone by its name, or its distance from UTC. */
    String timeZone() {
        Timezone zone = card.getTimezone();
        if (zone == null) return "";
        return zone.getText() != null
                ? CardReader.text(zone.getText())
                : Objects.toString(zone.getOffset(), "");
    }

    /** All that has no place of its own, by its name in the card. */
    void each(BiConsumer<String, String> keep) {
        card.getRelations()
                .forEach(related ->
                        keep.accept(
                                "RELATED",
                                Objects.toString(
                                        related.getText() == null
                                                ? related.getUri()
                                                : related.getText(),
                                        "")));
        if (card.getAnniversary() != null && card.getAnniversary().getDate() != null)
            keep.accept("ANNIVERSARY", card.getAnniversary().getDate().toString());
        Gender gender = card.getGender();
        if (gender != null)
            keep.accept(
                    "GENDER",
                    gender.getText() == null
                            ? Objects.toString(gender.getGender(), "")
                            : gender.getText());
        Geo geo = card.getGeo();
        if (geo != null && geo.getLatitude() != null)
            keep.accept("GEO", geo.getLatitude() + "," + geo.getLongitude());
        for (VCardProperty property : card.getProperties()) {
            String name = property.getClass().getSimpleName();
            if (READ.contains(name)) continue;
            if (property instanceof TextProperty words) keep.accept(upper(name), text(words));
            if (property instanceof TextListProperty list)
                keep.accept(upper(name), String.join(", ", list.getValues()));
        }
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    private String own(String name) {
        return card.getExtendedProperties(name).stream()
                .map(RawProperty::getValue)
                .filter(Objects::nonNull)
                .map(String::strip)
                .collect(Collectors.joining());
    }

    private static String text(TextProperty property) {
        return CardReader.text(property.getValue());
    }
}
