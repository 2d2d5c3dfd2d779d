package app.rapport.exchange.contacts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the rows of a table are, by what its columns are. */
final class KindGuess {
    private static final Pattern DEAL =
            Pattern.compile(
                    "deal\\w*|deal .*|opportunity.*|stage.*|.* stage|amount|pipeline|close date|expected close.*|lead value|deal value|probability.*|forecast.*|is won|iswon|closed at|abschlussdatum|verkaufsphase|betrag|montant|etape|importe|etapa|closed (won|lost).*|lost reason|lead pipeline.*");
    private static final Pattern ACTIVITY =
            Pattern.compile(
                    "subject|betreff|due date|due|task.*|activity.*|call (duration|outcome|direction|type|start.*)|note (body|title|content)|body|status|priority|done|completed|reminder.*|duration|faellig.*|related to|regarding|what id|who id|note|content");
    private static final Pattern EVENT =
            Pattern.compile(
                    "start date|start time|end date|end time|all day event|startdatum|enddatum|beginnt um|endet um|beginnt am|endet am|meeting organizer|required attendees|start|end");
    private static final Pattern COMPANY =
            Pattern.compile(
                    "(annual )?revenue|industry|sector|number of employees|employees|number of contacts|ticker symbol|sic code|naics.*|founded.*|year founded|billing .*|shipping .*|company type|account (type|number|source|site|rating)|ownership|parent .*|.*domain.*|website|branche|umsatz|mitarbeiter.*|type|rating|legal form|rechtsform|vat.*|ust.*|siret|siren|partita iva|nip");

    private KindGuess() {}

    static FileKind of(List<Column> columns, boolean header, List<RawRow> data) {
        boolean person =
                ContentGuess.has(
                        columns,
                        Field.GIVEN_NAME,
                        Field.FAMILY_NAME,
                        Field.BIRTHDAY,
                        Field.NICKNAME);
        boolean mail = ContentGuess.has(columns, Field.MAIL);
        List<String> heads =
                header
                        ? columns.stream().map(column -> HeaderWords.fold(column.header())).toList()
                        : List.of();
        if (!person
                && count(heads, EVENT) >= 2
                && count(heads, ACTIVITY) >= 1
                && count(heads, DEAL) < 2) return FileKind.EVENTS;
        boolean named = personPrefixed(columns);
        if (!person && !named && count(heads, DEAL) >= 2) return FileKind.DEALS;
        boolean reach = mail || ContentGuess.has(columns, Field.PHONE, Field.TITLE);
        if (!person && !named && !reach && count(heads, ACTIVITY) >= 2) return FileKind.ACTIVITIES;
        if (!person && !named && company(columns, heads, mail, data)) return FileKind.COMPANIES;
        boolean someone = person || reach || ContentGuess.has(columns, Field.NAME, Field.LINK);
        if (someone) return FileKind.CONTACTS;
        return ContentGuess.has(columns, Field.COMPANY) ? FileKind.COMPANIES : FileKind.UNKNOWN;
    }

    private static boolean personPrefixed(List<Column> columns) {
        return columns.stream()
                .anyMatch(column ->
                        column.header().matches("(?i)^(person|contact|lead) ?[-:.>] ?.*"));
    }

    private static boolean company(
            List<Column> columns, List<String> heads, boolean mail, List<RawRow> data) {
        long evidence = count(heads, COMPANY);
        boolean title = ContentGuess.has(columns, Field.TITLE, Field.DEPARTMENT);
        boolean called = ContentGuess.has(columns, Field.COMPANY);
        boolean name = ContentGuess.has(columns, Field.NAME);
        if (title || !(called || name)) return false;
        // a person's name and a company's name side by side: rows of persons
        if (called && name && mail) return false;
        if (name && persons(columns, data)) return false;
        return evidence >= (mail ? 2 : 1) || (called && !mail && !name);
    }

    private static boolean persons(List<Column> columns, List<RawRow> data) {
        return columns.stream()
                .filter(column -> column.field() == Field.NAME)
                .anyMatch(column ->
                        CellShape.share(ContentGuess.values(column, data), CellShape::person)
                                > 0.7);
    }

    private static long count(List<String> heads, Pattern pattern) {
        return heads.stream().filter(head -> pattern.matcher(head).matches()).count();
    }

    /** Words that mean one thing in a list of persons and another in one of companies. */
    static List<Column> settle(List<Column> columns, FileKind kind, List<RawRow> data) {
        List<Column> settled = new ArrayList<>();
        boolean job =
                columns.stream()
                        .anyMatch(column ->
                                column.field() == Field.TITLE
                                        && !titled(column)
                                        && !ContentGuess.values(column, data).isEmpty());
        long names = columns.stream().filter(column -> column.field() == Field.NAME).count();
        boolean given = ContentGuess.has(columns, Field.GIVEN_NAME);
        boolean family = ContentGuess.has(columns, Field.FAMILY_NAME);
        for (Column column : columns) {
            String head = HeaderWords.fold(column.header());
            settled.add(
                    switch (kind) {
                        case CONTACTS ->
                                names > 1 && head.equals("lead name")
                                        ? column.as(Field.COMPANY, 0.8)
                                        : contact(column, head, job, given, family, data);
                        case COMPANIES -> company(column, head);
                        default -> column;
                    });
        }
        return onlyOneId(settled);
    }

    private static Column contact(
            Column column,
            String head,
            boolean job,
            boolean given,
            boolean family,
            List<RawRow> data) {
        Field field = column.field();
        if (field == Field.EXTERNAL_ID && head.matches("(company|organi[sz]ation|account) id.*"))
            return column.as(Field.COMPANY_ID, column.confidence());
        if (field == Field.TITLE && job && titled(column) && allShort(column, data))
            return column.as(Field.PREFIX, 0.9);
        if (field == Field.TITLE && salutations(column, data)) return column.as(Field.PREFIX, 0.7);
        if ((field == Field.GIVEN_NAME && !family) || (field == Field.FAMILY_NAME && !given))
            return column.confidence() > 0 ? column.as(Field.NAME, 0.9) : column;
        return column;
    }

    private static boolean titled(Column column) {
        return HeaderWords.fold(column.header()).matches("titel|title|titre|titulo|titolo");
    }

    /** "Prof. Dr." may stand before a name, "Head of Sales" does not. */
    private static boolean allShort(Column column, List<RawRow> data) {
        return ContentGuess.values(column, data).stream().allMatch(value -> value.length() <= 12);
    }

    private static boolean salutations(Column column, List<RawRow> data) {
        return CellShape.share(
                        ContentGuess.values(column, data),
                        value ->
                                value.matches(
                                        "(?i)(mr|mrs|ms|mx|miss|dr|prof|herrn?|frau|m|mme|mlle|monsieur|madame|sr|sra|srta|dott?|dott\\.ssa|sig|sig\\.ra|dhr|mevr|pan|pani)\\.?"))
                > 0.5;
    }

    private static Column company(Column column, String head) {
        return switch (column.field()) {
            case COMPANY -> column.as(Field.NAME, column.confidence());
            case COMPANY_ID ->
                    head.matches("account id.*")
                            ? column.as(Field.EXTERNAL_ID, column.confidence())
                            : column;
            case GIVEN_NAME, FAMILY_NAME -> column.as(Field.EXTRA, 0);
            default -> column;
        };
    }

    private static List<Column> onlyOneId(List<Column> columns) {
        List<Integer> ids =
                columns.stream()
                        .filter(column -> column.field() == Field.EXTERNAL_ID)
                        .map(Column::index)
                        .collect(Collectors.toList());
        return columns.stream()
                .map(column ->
                        column.field() == Field.EXTERNAL_ID && column.index() != ids.getFirst()
                                ? column.as(Field.EXTRA, 0)
                                : column)
                .toList();
    }
}
