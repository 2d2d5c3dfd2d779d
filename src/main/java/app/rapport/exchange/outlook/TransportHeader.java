package app.rapport.exchange.outlook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The header as it came over the internet, without what says how the lost body was packed. */
final class TransportHeader {
    private static final Set<String> PACKING =
            Set.of(
                    "mime-version",
                    "content-type",
                    "content-transfer-encoding",
                    "content-disposition",
                    "content-id",
                    "content-description",
                    "content-length",
                    "lines");

    private TransportHeader() {}

    /** Whole fields, folds in them kept; the headers of parts behind a blank line are none. */
    static List<String> fields(String headers) {
        List<StringBuilder> fields = new ArrayList<>();
        for (String line : headers.strip().split("\\r\\n|\\r|\\n", -1)) {
            if (line.isBlank()) break;
            boolean folded = line.startsWith(" ") || line.startsWith("\t");
            if (folded && !fields.isEmpty()) fields.getLast().append("\r\n").append(line);
            else fields.add(new StringBuilder(line));
        }
        return fields.stream()
                .map(StringBuilder::toString)
                .filter(field -> !name(field).isEmpty() && !PACKING.contains(name(field)))
                .toList();
    }

    /** In small letters; empty for a line that is no field, as Exchange wrote one above them. */
    static String name(String field) {
        int colon = field.indexOf(':');
        String name = colon < 1 ? "" : field.substring(0, colon).strip();
        return name.matches("[!-9;-~]+") ? name.toLowerCase(Locale.ROOT) : "";
    }
}
