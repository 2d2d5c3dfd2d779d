package app.rapport.exchange.contacts;

import java.util.List;
import java.util.Set;

/**
 * Columns in which some programs say whether a row is a person or a company: by a word, or by yes
 * and no below "Is organisation".
 */
record KindColumns(List<Column> byWord, List<Column> byYes) {
    private static final Set<String> KIND =
            Set.of("type", "record type", "contact type", "typ", "art", "tipo", "kind");
    private static final Set<String> IS_COMPANY =
            Set.of(
                    "is organisation",
                    "is organization",
                    "is company",
                    "ist firma",
                    "ist unternehmen",
                    "est societe",
                    "es empresa");
    private static final Set<String> COMPANY =
            Set.of(
                    "organisation",
                    "organization",
                    "company",
                    "firma",
                    "unternehmen",
                    "societe",
                    "entreprise",
                    "empresa",
                    "azienda",
                    "bedrijf");
    private static final Set<String> YES = Set.of("true", "yes", "1", "y", "ja", "oui", "si", "x");

    static KindColumns of(List<Column> columns) {
        return new KindColumns(headed(columns, KIND), headed(columns, IS_COMPANY));
    }

    private static List<Column> headed(List<Column> columns, Set<String> headers) {
        return columns.stream()
                .filter(column -> headers.contains(HeaderWords.fold(column.header())))
                .toList();
    }

    boolean company(RawRow row) {
        return says(row, byWord, COMPANY) || says(row, byYes, YES);
    }

    private static boolean says(RawRow row, List<Column> columns, Set<String> words) {
        return columns.stream()
                .anyMatch(column -> words.contains(HeaderWords.fold(row.cell(column.index()))));
    }
}
