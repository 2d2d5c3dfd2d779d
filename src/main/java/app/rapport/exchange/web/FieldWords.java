package app.rapport.exchange.web;

import app.rapport.exchange.contacts.Field;
import java.util.List;

/** What a column may be, in people's words. */
public final class FieldWords {
    private FieldWords() {}

    /** Fields that belong together. */
    public record Group(String title, List<Field> fields) {}

    public static List<Group> groups() {
        return List.of(
                new Group("What fits nowhere", List.of(Field.EXTRA)),
                new Group(
                        "Name",
                        List.of(
                                Field.NAME,
                                Field.GIVEN_NAME,
                                Field.MIDDLE_NAME,
                                Field.FAMILY_NAME,
                                Field.PREFIX,
                                Field.SUFFIX,
                                Field.NICKNAME)),
                new Group(
                        "Reach",
                        List.of(Field.MAIL, Field.PHONE, Field.LINK, Field.CHAT, Field.LABEL)),
                new Group(
                        "Work",
                        List.of(
                                Field.COMPANY,
                                Field.TITLE,
                                Field.DEPARTMENT,
                                Field.COMPANY_DOMAIN,
                                Field.COMPANY_ID)),
                new Group(
                        "Postal address",
                        List.of(
                                Field.ADDRESS,
                                Field.STREET,
                                Field.CITY,
                                Field.REGION,
                                Field.POSTAL_CODE,
                                Field.COUNTRY)),
                new Group(
                        "About",
                        List.of(
                                Field.NOTES,
                                Field.TAGS,
                                Field.BIRTHDAY,
                                Field.BIRTH_DAY,
                                Field.BIRTH_MONTH,
                                Field.BIRTH_YEAR,
                                Field.LANGUAGE,
                                Field.TIME_ZONE)),
                new Group(
                        "The company itself",
                        List.of(Field.INDUSTRY, Field.SIZE, Field.PARENT_NAME, Field.PARENT_ID)),
                new Group(
                        "Where it comes from",
                        List.of(Field.EXTERNAL_ID, Field.OWNER, Field.CREATED_AT)));
    }

    public static String of(Field field) {
        return switch (field) {
            case EXTERNAL_ID -> "Its id there";
            case NAME -> "Whole name";
            case GIVEN_NAME -> "First name";
            case MIDDLE_NAME -> "Middle name";
            case FAMILY_NAME -> "Last name";
            case PREFIX -> "Before the name (Dr)";
            case SUFFIX -> "After the name (Jr)";
            case NICKNAME -> "Nickname";
            case TITLE -> "Job title";
            case DEPARTMENT -> "Department";
            case COMPANY -> "Company";
            case COMPANY_DOMAIN -> "Company's web domain";
            case COMPANY_ID -> "Company's id there";
            case MAIL -> "Mail address";
            case PHONE -> "Phone";
            case LINK -> "Web page or profile";
            case CHAT -> "Chat name";
            case STREET -> "Street";
            case CITY -> "City";
            case REGION -> "Region";
            case POSTAL_CODE -> "Postcode";
            case COUNTRY -> "Country";
            case ADDRESS -> "Whole address";
            case BIRTHDAY -> "Birthday";
            case BIRTH_DAY -> "Day of birth";
            case BIRTH_MONTH -> "Month of birth";
            case BIRTH_YEAR -> "Year of birth";
            case LANGUAGE -> "Language";
            case TIME_ZONE -> "Time zone";
            case NOTES -> "Notes";
            case TAGS -> "Tags";
            case OWNER -> "Who looks after it";
            case CREATED_AT -> "Created on";
            case INDUSTRY -> "Industry";
            case SIZE -> "Number of people";
            case PARENT_NAME -> "Parent company";
            case PARENT_ID -> "Parent company's id";
            case LABEL -> "Label of the column beside it";
            case EXTRA -> "Kept on the record";
        };
    }
}
