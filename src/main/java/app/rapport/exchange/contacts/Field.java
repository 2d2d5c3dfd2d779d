package app.rapport.exchange.contacts;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a column may say of a person or a company. */
public enum Field {
    EXTERNAL_ID,
    NAME,
    GIVEN_NAME,
    MIDDLE_NAME,
    FAMILY_NAME,
    PREFIX,
    SUFFIX,
    NICKNAME,
    TITLE,
    DEPARTMENT,
    COMPANY,
    COMPANY_DOMAIN,
    COMPANY_ID,
    MAIL,
    PHONE,
    LINK,
    CHAT,
    STREET,
    CITY,
    REGION,
    POSTAL_CODE,
    COUNTRY,
    ADDRESS,
    BIRTHDAY,
    BIRTH_DAY,
    BIRTH_MONTH,
    BIRTH_YEAR,
    LANGUAGE,
    TIME_ZONE,
    NOTES,
    TAGS,
    OWNER,
    CREATED_AT,
    INDUSTRY,
    SIZE,
    PARENT_NAME,
    PARENT_ID,
    /** The label of the column after or beside it, as Google writes "E-mail 1 - Type". */
    LABEL,
    /** Fits nowhere: kept on the record under its header. */
    EXTRA;

    static final Set<Field> ADDRESS_PARTS =
            EnumSet.of(STREET, CITY, REGION, POSTAL_CODE, COUNTRY, ADDRESS);
    static final Set<Field> MANY =
            EnumSet.of(MAIL, PHONE, LINK, CHAT, TAGS, NOTES, EXTRA, LABEL, STREET, ADDRESS);

    /** As it stands in a mapping file: givenName. */
    public String word() {
        String[] parts = name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder word = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            word.append(parts[i].substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(parts[i].substring(1));
        }
        return word.toString();
    }

    public static Optional<Field> of(String word) {
        return Arrays.stream(values())
                .filter(field -> field.word().equalsIgnoreCase(word.strip()))
                .findFirst();
    }
}
