package app.rapport.deals.web;

import app.rapport.access.House;
import app.rapport.database.Abreast;
import app.rapport.deals.DealLine;
import app.rapport.deals.DealQuery;
import app.rapport.deals.DealSum;
import app.rapport.deals.DealTable;
import app.rapport.deals.Deals;
import app.rapport.deals.DealsTab;
import app.rapport.deals.KeptDeals;
import app.rapport.deals.Stages;
import app.rapport.exchange.KeptRows;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.ui.Notice;
import app.rapport.ui.Numbers;
import app.rapport.ui.SpreadsheetFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.view.RedirectView;

/** Deals as a list, as a board, and as a file. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class DealsController {
    private static final int PAGE = 50;
    private static final int CARDS = 20;

    private final Deals deals;
    private final Stages stages;
    private final DealTable table;
    private final House house;
    private final Clock clock;
    private final KeptDeals kept;
    private final ObjectProvider<DealsTab> tabs;

    DealsController(
            Deals deals,
            Stages stages,
            DealTable table,
            House house,
            Clock clock,
            KeptDeals kept,
            ObjectProvider<DealsTab> tabs) {
        this.deals = deals;
        this.stages = stages;
        this.table = table;
        this.house = house;
        this.clock = clock;
        this.kept = kept;
        this.tabs = tabs;
    }

    @GetMapping("/deals")
    DealsPage list(@RequestParam Map<String, String> given, Viewer viewer) {
        DealQuery query = DealQuery.of(given);
        Supplier<List<DealSum>> sums = Abreast.begin(() -> deals.sums(viewer, query));
        Slice<DealLine> page = page(viewer, query, given.getOrDefault("after", ""));
        return new DealsPage(
                query,
                page.items(),
                sums.get(),
                stages.all(viewer),
                house.members(viewer),
                !page.items().isEmpty() || deals.any(viewer),
                page.next().orElse(""),
                kept.waiting(viewer),
                tabs.stream().sorted(Comparator.comparingInt(DealsTab::order)).toList());
    }

    private Slice<DealLine> page(Viewer viewer, DealQuery query, String after) {
        try {
            return deals.page(
                    viewer, query, Optional.of(after).filter(text -> !text.isEmpty()), PAGE);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    /** Makes deals of what earlier imports kept. */
    @PostMapping("/deals/kept")
    RedirectView take(Viewer viewer, HttpServletResponse response) {
        KeptRows.Given given = kept.take(viewer);
        return Done.to(
                "/deals?state=all",
                response,
                Notice.of(
                        Numbers.of(given.stored(), "deal is made", "deals are made")
                                + ", "
                                + given.known()
                                + " known already, "
                                + given.left()
                                + " left as they are. Undoing their import takes them back."));
    }

    @GetMapping("/deals/board")
    BoardPage board(@RequestParam Map<String, String> given, Viewer viewer) {
        DealQuery query =
                DealQuery.of(Map.of("state", "all", "owner", given.getOrDefault("owner", "")));
        Supplier<List<DealSum>> asked = Abreast.begin(() -> deals.sums(viewer, query));
        var cards = deals.board(viewer, query, CARDS);
        List<DealSum> sums = asked.get();
        return new BoardPage(
                query,
                stages.all(viewer).stream()
                        .map(stage -> BoardPage.Column.of(stage, sums, cards))
                        .toList(),
                house.members(viewer),
                given.getOrDefault("moved", ""));
    }

    @GetMapping("/deals.csv")
    void file(@RequestParam Map<String, String> given, Viewer viewer, HttpServletResponse response)
            throws IOException {
        LocalDate day = LocalDate.ofInstant(clock.instant(), viewer.zone());
        DealQuery query = DealQuery.of(given);
        SpreadsheetFile.send(response, "deals-" + day, csv -> table.write(viewer, query, csv));
    }
}
