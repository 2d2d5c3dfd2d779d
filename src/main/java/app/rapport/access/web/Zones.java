package app.rapport.access.web;

import app.rapport.ui.Choice;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** What a member can choose from. */
final class Zones {
    private static final String PLACES =
            "(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+";

    private Zones() {}

    /** All places, and whatever is chosen now. */
    static List<Choice> around(ZoneId chosen) {
        return Stream.concat(
                        Stream.of("UTC", chosen.getId()),
                        ZoneId.getAvailableZoneIds().stream().filter(id -> id.matches(PLACES)))
                .distinct()
                .sorted()
                .map(id -> new Choice(id, id.replace('_', ' ')))
                .toList();
    }

    static List<Choice> locales() {
        return Stream.of(
                        "en-GB", "en-US", "de-DE", "de-CH", "fr-FR", "es-ES", "it-IT", "nl-NL",
                        "pl-PL", "pt-PT", "sv-SE", "en-IN")
                .map(java.util.Locale::forLanguageTag)
                .map(locale ->
                        new Choice(
                                locale.toLanguageTag(),
                                locale.getDisplayName(java.util.Locale.ENGLISH)
                                        + ": "
                                        + java.text.NumberFormat.getInstance(locale)
                                                .format(1234567.89)))
                .toList();
    }
}
