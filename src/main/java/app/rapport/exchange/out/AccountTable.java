package app.rapport.exchange.out;

import app.rapport.people.AccountRecord;
import app.rapport.people.ContactRecord.Point;
import app.rapport.people.PostalDraft;
import app.rapport.ui.SpreadsheetCells;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Accounts as a table that other programs read; contacts.csv names them by their ID. */
public final class AccountTable implements Closeable {
    private final CsvWriter csv;
    private final Names owners;

    public AccountTable(Writer out, Names owners) {
        this.csv = CsvWriter.builder().build(out);
        this.owners = owners;
        csv.writeRecord(
                "ID",
                "External ID",
                "Company Name",
                "Company Domain Name",
                "Other Domains",
                "Website URL",
                "Industry",
                "Number of Employees",
                "Phone Number",
                "E-mail",
                "Links",
                "Mailing Address",
                "Parent Account ID",
                "Description",
                "Tags",
                "Company Owner",
                "Proposed",
                "Create Date",
                "Updated At",
                "Extra");
    }

    public void add(AccountRecord account) {
        List<String> cells =
                List.of(
                        account.id().value().toString(),
                        account.externalId(),
                        account.name(),
                        account.domains().isEmpty() ? "" : account.domains().getFirst(),
                        String.join(" ", account.domains().stream().skip(1).toList()),
                        account.website(),
                        account.industry(),
                        account.size(),
                        points(account, "phone"),
                        points(account, "mail"),
                        points(account, "link"),
                        String.join(
                                PointCells.MORE,
                                account.postals().stream().map(PostalDraft::lines).toList()),
                        account.parent().map(id -> id.value().toString()).orElse(""),
                        account.notes(),
                        String.join(PointCells.MORE, account.tags()),
                        account.owner().map(owners::of).orElse(""),
                        account.proposed() ? "yes" : "",
                        account.createdAt().toString(),
                        account.updatedAt().toString(),
                        ContactTable.extra(account.extra()));
        csv.writeRecord(cells.stream().map(SpreadsheetCells::guarded).toList());
    }

    private static String points(AccountRecord account, String kind) {
        return String.join(
                PointCells.MORE,
                account.points().stream()
                        .filter(point -> point.kind().equals(kind))
                        .map(Point::value)
                        .toList());
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
