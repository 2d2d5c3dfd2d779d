package app.rapport.deals;

import static app.rapport.ui.SpreadsheetCells.guarded;

import app.rapport.access.House;
import app.rapport.deals.model.DealField;
import app.rapport.exchange.ExportSource;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Deals as a table that other programs read, with headers that an import of deals knows. Read and
 * written page by page, so that memory stays flat.
 */
@Component
public class DealTable implements ExportSource {
    private static final int PAGE = 500;

    private final Deals deals;
    private final DealBook book;
    private final House house;

    DealTable(Deals deals, DealBook book, House house) {
        this.deals = deals;
        this.book = book;
        this.house = house;
    }

    @Override
    public String file() {
        return "deals.csv";
    }

    @Override
    public long write(Viewer viewer, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        CsvWriter csv = CsvWriter.builder().build(writer);
        long written = write(viewer, DealQuery.all(), csv);
        csv.flush();
        writer.flush();
        return written;
    }

    /** Those that fit, in their order; how many. */
    public long write(Viewer viewer, DealQuery query, CsvWriter csv) {
        Map<MemberId, String> members = house.members(viewer);
        head(csv);
        long written = 0;
        Optional<String> after = Optional.empty();
        do {
            Slice<DealLine> page = deals.page(viewer, query, after, PAGE);
            for (Deal deal : book.deals(viewer, page.items().stream().map(DealLine::id).toList())) {
                row(csv, deal, members);
                written++;
            }
            after = page.next();
        } while (after.isPresent());
        return written;
    }

    private static void head(CsvWriter csv) {
        csv.writeRecord(
                "Deal ID",
                "Deal name",
                "Company",
                "Amount",
                "Currency",
                "Deal stage",
                "Close date",
                "Closed on",
                "Deal owner",
                "Next step",
                "Next step on",
                "Competitors",
                "Reason",
                "Description",
                "People",
                "Create date",
                "Extra");
    }

    private static void row(CsvWriter csv, Deal deal, Map<MemberId, String> members) {
        csv.writeRecord(
                deal.id().toString(),
                guarded(deal.name()),
                guarded(deal.accountName()),
                deal.text(DealField.AMOUNT),
                deal.text(DealField.CURRENCY),
                guarded(deal.stage().name()),
                deal.text(DealField.CLOSES_ON),
                deal.text(DealField.CLOSED_ON),
                guarded(deal.owner().map(id -> members.getOrDefault(id, "")).orElse("")),
                guarded(deal.text(DealField.NEXT_STEP)),
                deal.text(DealField.NEXT_ON),
                guarded(deal.text(DealField.COMPETITORS)),
                guarded(deal.text(DealField.REASON)),
                guarded(deal.text(DealField.NOTES)),
                guarded(
                        deal.people().stream()
                                .map(one -> one.name() + " (" + one.role().label() + ")")
                                .collect(Collectors.joining("; "))),
                deal.createdAt().toString(),
                deal.extra().isEmpty()
                        ? ""
                        : guarded(JsonMapper.shared().writeValueAsString(deal.extra())));
    }
}
