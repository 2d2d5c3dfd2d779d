package app.rapport.exchange.out;

import app.rapport.people.ContactRecord;
import app.rapport.people.Everybody.Most;
import app.rapport.ui.SpreadsheetCells;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Contacts as a table that other programs read: the headers are those of Google Contacts where it
 * has one.
 */
public final class ContactTable implements Closeable {
    private static final List<String> FIELDS =
            List.of(
                    "ID",
                    "External ID",
                    "Name",
                    "Name Prefix",
                    "First Name",
                    "Middle Name",
                    "Last Name",
                    "Name Suffix",
                    "Nickname",
                    "Organization Title",
                    "Organization Department",
                    "Account ID",
                    "Organization Name",
                    "Birthday",
                    "Language",
                    "Time Zone",
                    "Notes",
                    "Labels",
                    "Source",
                    "Owner",
                    "Colleague",
                    "Created At",
                    "Updated At",
                    "Extra");

    private final CsvWriter csv;
    private final Names owners;
    private final PointCells points;

    public ContactTable(Writer out, Names owners, Most most) {
        this.csv = CsvWriter.builder().build(out);
        this.owners = owners;
        this.points = new PointCells(most.points(), most.postals());
        List<String> headers = new ArrayList<>(FIELDS);
        headers.addAll(points.headers());
        csv.writeRecord(headers);
    }

    public void add(ContactRecord contact) {
        List<String> cells = new ArrayList<>();
        cells.add(contact.id().value().toString());
        cells.add(contact.externalId());
        cells.add(contact.displayName());
        cells.add(contact.prefix());
        cells.add(contact.givenName());
        cells.add(contact.middleName());
        cells.add(contact.familyName());
        cells.add(contact.suffix());
        cells.add(contact.nickname());
        cells.add(contact.title());
        cells.add(contact.department());
        cells.add(contact.account().map(id -> id.value().toString()).orElse(""));
        cells.add(contact.accountName());
        cells.add(contact.birthday());
        cells.add(contact.language());
        cells.add(contact.timeZone());
        cells.add(contact.notes());
        cells.add(String.join(PointCells.MORE, contact.tags()));
        cells.add(contact.source());
        cells.add(contact.owner().map(owners::of).orElse(""));
        cells.add(contact.colleague() ? "yes" : "");
        cells.add(contact.createdAt().toString());
        cells.add(contact.updatedAt().toString());
        cells.add(extra(contact.extra()));
        cells.addAll(points.cells(contact.points(), contact.postals()));
        csv.writeRecord(cells.stream().map(SpreadsheetCells::guarded).toList());
    }

    static String extra(Map<String, Object> extra) {
        return extra.isEmpty() ? "" : JsonMapper.shared().writeValueAsString(extra);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
