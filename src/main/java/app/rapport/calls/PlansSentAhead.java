package app.rapport.calls;

import app.rapport.calls.model.SaleLength;
import app.rapport.calls.model.SentAhead;
import app.rapport.calls.store.LogRows;
import app.rapport.calls.store.LogRows.Within;
import app.rapport.deals.Deals;
import app.rapport.deals.WonDeal;
import app.rapport.kernel.Viewer;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Whether a plan that is sent ahead does any good, as far as our own talks and deals can tell. */
@Service
public class PlansSentAhead {
    /** The latest ones tell how it is now, and keep the page quick. */
    private static final int DEALS = 400;

    private final LogRows logs;
    private final Deals deals;

    PlansSentAhead(LogRows logs, Deals deals) {
        this.logs = logs;
        this.deals = deals;
    }

    public SentAhead figures(Viewer viewer) {
        return logs.sentAhead(viewer);
    }

    /** Of deals that were won after a talk with one who has a part in them. */
    public SaleLength saleLength(Viewer viewer) {
        List<WonDeal> won = deals.won(viewer, DEALS);
        Map<UUID, Boolean> sent =
                logs.sentAhead(
                        viewer, won.stream().flatMap(deal -> talks(deal, viewer.zone())).toList());
        return new SaleLength(days(viewer, won, sent, true), days(viewer, won, sent, false));
    }

    private static Stream<Within> talks(WonDeal deal, ZoneId zone) {
        return deal.people().stream()
                .map(person ->
                        new Within(
                                deal.id().value(),
                                person,
                                deal.began(),
                                deal.closed().plusDays(1).atStartOfDay(zone).toInstant()));
    }

    private static List<Integer> days(
            Viewer viewer, List<WonDeal> won, Map<UUID, Boolean> sent, boolean ahead) {
        return won.stream()
                .filter(deal -> Boolean.valueOf(ahead).equals(sent.get(deal.id().value())))
                .map(deal -> deal.days(viewer.zone()))
                .toList();
    }
}
