package app.rapport.people;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A postal address, as a file says it; each part may be empty.
 *
 * @param formatted the whole as one text, where the file has it so
 */
public record PostalDraft(
        String label,
        String street,
        String city,
        String region,
        String postalCode,
        String country,
        String formatted) {

    /** The whole in lines: as it was written, else built of its parts. */
    public String lines() {
        if (!formatted.isEmpty()) return formatted;
        String place =
                Stream.of(postalCode, city, region)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" "));
        return Stream.of(street, place, country)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
