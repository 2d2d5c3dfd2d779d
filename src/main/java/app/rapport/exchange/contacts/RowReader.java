package app.rapport.exchange.contacts;

import app.rapport.people.AccountDraft;
import app.rapport.people.ContactDraft;
import app.rapport.people.PointDraft;
import app.rapport.people.PointDraft.Kind;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Makes of each row what it says: a person, a company, something to keep, or a reason why not. */
final class RowReader {
    private final TableShape shape;
    private final String region;
    private final boolean monthFirst;

    private final KindColumns kinds;

    private final Map<Field, String> headers = new EnumMap<>(Field.class);

    RowReader(TableShape shape, List<RawRow> sample) {
        this.shape = shape;
        this.kinds = KindColumns.of(shape.columns());
        shape.columns().forEach(column -> headers.putIfAbsent(column.field(), column.header()));
        List<RawRow> data =
                sample.stream().filter(row -> row.number() >= shape.firstRow()).toList();
        this.region = Phones.region(values(Field.PHONE, data));
        this.monthFirst =
                Days.monthFirst(
                        Stream.concat(
                                        values(Field.BIRTHDAY, data).stream(),
                                        values(Field.CREATED_AT, data).stream())
                                .toList(),
                        english());
    }

    /** Where the columns of days are headed in another language, the day stands first. */
    private boolean english() {
        return Stream.of(Field.BIRTHDAY, Field.CREATED_AT)
                .flatMap(field -> Optional.ofNullable(headers.get(field)).stream())
                .map(HeaderWords::fold)
                .allMatch(header ->
                        header.matches(
                                ".*\\b(birth|birthday|birthdate|dob|created?|added|optin)\\b.*"));
    }

    private List<String> values(Field field, List<RawRow> data) {
        return shape.columns().stream()
                .filter(column -> column.field() == field)
                .flatMap(column -> ContentGuess.values(column, data).stream())
                .toList();
    }

    private static final int FILLED_IN = 500;

    Item read(RawRow row) {
        return switch (shape.kind()) {
            case CONTACTS -> contact(row);
            case COMPANIES -> company(row);
            case DEALS, ACTIVITIES, EVENTS ->
                    new Item.Kept(row.place(), shape.kind().word(), json(row));
            case UNKNOWN -> unknown(row);
        };
    }

    private Item unknown(RawRow row) {
        List<String> mails = CellValues.mails(String.join(" ", row.cells()));
        if (!mails.isEmpty()) return contact(row);
        return aside(
                row,
                "No column here is a name, an address, a phone or a company. Say which column is which, then put it in again.");
    }

    private Item.SetAside aside(RawRow row, String reason) {
        return new Item.SetAside(row.place(), reason, raw(row));
    }

    /**
     * All cells by their headers, the empty ones too: they are to be filled in. Of a table that
     * nobody fills in by hand only those that are filled.
     */
    String raw(RawRow row) {
        int width = Math.max(row.cells().size(), shape.columns().size());
        return json(row, width, width <= FILLED_IN);
    }

    private Item contact(RawRow row) {
        RowCells cells = new RowCells(row, shape.columns(), region);
        PersonName name = PersonName.of(cells);
        for (String mail : name.mails()) cells.add(CellValues.mail("", mail));
        if (nobody(name, cells))
            CellValues.mails(String.join(" ", row.cells()))
                    .forEach(mail -> cells.add(CellValues.mail("", mail)));
        String birthday = birthday(cells);
        String firm = firm(row, cells, name);
        if (!firm.isEmpty())
            return new Item.Account(
                    row.place(), account(row, cells, cells.get(Field.EXTERNAL_ID), firm));
        boolean reached =
                cells.points.values().stream().anyMatch(point -> point.kind() == Kind.MAIL);
        if (name.whole().isEmpty()
                && name.nickname().isEmpty()
                && !reached
                && !cells.get(Field.COMPANY).isEmpty())
            return new Item.Account(
                    row.place(),
                    account(row, cells, cells.get(Field.COMPANY_ID), cells.get(Field.COMPANY)));
        if (nobody(name, cells))
            return aside(
                    row,
                    "No name, no address, no phone: nobody to store. Fill in one of them, or leave the row out.");
        if (!row.mended().isEmpty()) cells.keep("Mended while reading", row.mended());
        return new Item.Contact(row.place(), draft(row, cells, name, birthday));
    }

    /**
     * Capsule and its kind write persons and companies into one table, and say which in a column.
     */
    private String firm(RawRow row, RowCells cells, PersonName name) {
        if (!kinds.company(row)) return "";
        return cells.get(Field.COMPANY).isEmpty() ? name.whole() : cells.get(Field.COMPANY);
    }

    private boolean nobody(PersonName name, RowCells cells) {
        return name.whole().isEmpty() && name.nickname().isEmpty() && cells.points.isEmpty();
    }

    private ContactDraft draft(RawRow row, RowCells cells, PersonName name, String birthday) {
        return new ContactDraft(
                cells.get(Field.EXTERNAL_ID),
                name.whole(),
                name.given(),
                cells.get(Field.MIDDLE_NAME),
                name.family(),
                cells.get(Field.PREFIX),
                cells.get(Field.SUFFIX),
                name.nickname(),
                cells.get(Field.TITLE),
                cells.get(Field.DEPARTMENT),
                cells.get(Field.COMPANY),
                domain(cells.get(Field.COMPANY_DOMAIN)),
                cells.get(Field.COMPANY_ID),
                List.copyOf(cells.points.values()),
                cells.postals(),
                birthday,
                cells.get(Field.LANGUAGE),
                cells.get(Field.TIME_ZONE),
                String.join("\n", cells.notes),
                cells.tags.stream().distinct().toList(),
                cells.get(Field.OWNER),
                Days.moment(cells.get(Field.CREATED_AT), monthFirst),
                restOf(cells, Field.INDUSTRY, Field.SIZE, Field.PARENT_NAME, Field.PARENT_ID),
                row.place());
    }

    private Item company(RawRow row) {
        RowCells cells = new RowCells(row, shape.columns(), region);
        String domain = domain(cells.get(Field.COMPANY_DOMAIN));
        String name = cells.get(Field.NAME);
        if (name.isEmpty()) name = domain;
        if (name.isEmpty())
            name = cells.points.values().stream().map(PointDraft::value).findFirst().orElse("");
        if (name.isEmpty())
            return aside(
                    row,
                    "No name and no web address: no company to store. Fill in its name, or leave the row out.");
        String id =
                shape.kind() == FileKind.COMPANIES
                        ? cells.get(Field.EXTERNAL_ID)
                        : cells.get(Field.COMPANY_ID);
        return new Item.Account(row.place(), account(row, cells, id, name));
    }

    private AccountDraft account(RawRow row, RowCells cells, String id, String name) {
        String website =
                cells.points.values().stream()
                        .filter(point -> point.kind() == Kind.LINK)
                        .map(PointDraft::value)
                        .findFirst()
                        .orElse("");
        String domain = domain(cells.get(Field.COMPANY_DOMAIN));
        if (domain.isEmpty() && shape.kind() == FileKind.COMPANIES) domain = domain(website);
        return new AccountDraft(
                id,
                name,
                domain,
                website,
                List.copyOf(cells.points.values()),
                cells.postals(),
                cells.get(Field.INDUSTRY),
                cells.get(Field.SIZE),
                cells.get(Field.PARENT_NAME),
                cells.get(Field.PARENT_ID),
                cells.get(Field.OWNER),
                String.join("\n", cells.notes),
                cells.tags.stream().distinct().toList(),
                Days.moment(cells.get(Field.CREATED_AT), monthFirst),
                restOf(
                        cells,
                        Field.TITLE,
                        Field.DEPARTMENT,
                        Field.LANGUAGE,
                        Field.TIME_ZONE,
                        Field.BIRTHDAY,
                        Field.NICKNAME),
                row.place());
    }

    /** Cells that fit nowhere, with those that only the other kind of record has a place for. */
    private Map<String, String> restOf(RowCells cells, Field... others) {
        for (Field field : others) cells.notThat(field, header(field));
        if (Days.moment(cells.get(Field.CREATED_AT), monthFirst).isEmpty())
            cells.notThat(Field.CREATED_AT, header(Field.CREATED_AT));
        return cells.extra;
    }

    private String birthday(RowCells cells) {
        String written = cells.get(Field.BIRTHDAY);
        if (written.isEmpty() && !cells.get(Field.BIRTH_MONTH).isEmpty())
            written =
                    (cells.get(Field.BIRTH_YEAR).isEmpty() ? "-" : cells.get(Field.BIRTH_YEAR))
                            + "-"
                            + cells.get(Field.BIRTH_MONTH)
                            + "-"
                            + cells.get(Field.BIRTH_DAY);
        String birthday = written.isEmpty() ? "" : Days.birthday(written, monthFirst);
        if (birthday.isEmpty()) {
            // Outlook writes 0/0/00 for none
            if (!written.matches("[0/.-]*")) cells.notThat(Field.BIRTHDAY, header(Field.BIRTHDAY));
            cells.notThat(Field.BIRTH_YEAR, header(Field.BIRTH_YEAR));
        }
        return birthday;
    }

    private String header(Field field) {
        return headers.getOrDefault(field, field.word());
    }

    /** The domain of a web address, without www; empty when it has none. */
    static String domain(String website) {
        String host =
                website.strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceFirst("^[a-z]+://", "")
                        .replaceFirst("^www\\.", "")
                        .replaceFirst("[/?#:].*$", "");
        return CellShape.domain(host) ? host : "";
    }

    private String json(RawRow row) {
        return json(row, row.cells().size(), false);
    }

    private String json(RawRow row, int width, boolean withEmpty) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < width; i++) {
            String header =
                    i < shape.columns().size()
                            ? shape.columns().get(i).header()
                            : "Column " + (i + 1);
            if (cells.containsKey(header)) header = header + " (" + (i + 1) + ")";
            String cell = i < row.cells().size() ? row.cells().get(i) : "";
            if (withEmpty || !cell.isBlank()) cells.put(header, cell);
        }
        return JsonMapper.shared().writeValueAsString(cells);
    }
}
