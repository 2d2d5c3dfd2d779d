package app.rapport.deals.web;

import static app.rapport.ui.SpreadsheetCells.guarded;

import app.rapport.access.House;
import app.rapport.deals.DealLine;
import app.rapport.deals.DealQuery;
import app.rapport.deals.Deals;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The list as a file, with headers that an import of deals knows; written page by page. */
@Component
class DealsCsv {
    private static final int PAGE = 1_000;

    private final Deals deals;
    private final House house;

    DealsCsv(Deals deals, House house) {
        this.deals = deals;
        this.house = house;
    }

    void write(Viewer viewer, DealQuery query, OutputStream out) throws IOException {
        Map<MemberId, String> members = house.members(viewer);
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\ufeff'); // else Excel reads UTF-8 as the machine's old code page
        CsvWriter csv = CsvWriter.builder().build(writer);
        csv.writeRecord(
                "Deal ID",
                "Deal name",
                "Company",
                "Amount",
                "Currency",
                "Deal stage",
                "Close date",
                "Deal owner",
                "Next step",
                "Next step on");
        Optional<String> after = Optional.empty();
        do {
            Slice<DealLine> page = deals.page(viewer, query, after, PAGE);
            for (DealLine line : page.items()) row(csv, line, members);
            after = page.next();
        } while (after.isPresent());
        csv.flush();
        writer.flush();
    }

    private static void row(CsvWriter csv, DealLine line, Map<MemberId, String> members) {
        csv.writeRecord(
                line.id().toString(),
                guarded(line.name()),
                guarded(line.accountName()),
                line.amount().map(BigDecimal::toPlainString).orElse(""),
                line.currency(),
                guarded(line.stage().name()),
                line.closes().map(LocalDate::toString).orElse(""),
                guarded(line.owner().map(id -> members.getOrDefault(id, "")).orElse("")),
                guarded(line.nextStep()),
                line.nextOn().map(LocalDate::toString).orElse(""));
    }
}
