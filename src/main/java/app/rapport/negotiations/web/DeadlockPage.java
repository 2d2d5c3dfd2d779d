package app.rapport.negotiations.web;

import app.rapport.negotiations.Sitting;
import app.rapport.negotiations.model.table.Deadlock;
import app.rapport.negotiations.model.table.Move;
import app.rapport.negotiations.model.table.WayOut;
import app.rapport.negotiations.model.table.WaysOut;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The deadlock room.
 *
 * @param written what stands in its fields
 * @param standing what is kept, where somebody else wrote meanwhile
 */
public record DeadlockPage(
        PlanHead head,
        Sitting sitting,
        Deadlock written,
        Deadlock standing,
        WaysOut ways,
        Wrong wrong)
        implements Page {
    private static final int QUOTES = 3;

    @Override
    public int status() {
        return wrong.any() ? 409 : 200;
    }

    public String home() {
        return head.home() + "/table";
    }

    /** What a side said with its last offers, in its own words. */
    public List<String> words(boolean ours) {
        List<String> said =
                sitting.path().stream()
                        .filter(move -> move.isOurs() == ours)
                        .map(Move::offer)
                        .map(offer -> offer.words())
                        .filter(words -> !words.isBlank())
                        .toList();
        return said.subList(Math.max(0, said.size() - QUOTES), said.size());
    }

    public String words(WayOut way) {
        Map<UUID, String> choices = sitting.valuation().choices(way.outcome());
        return head.plan().issues().stream()
                .map(issue -> issue.name() + " " + TablePage.words(issue, choices))
                .collect(Collectors.joining(", "));
    }

    /** The table with this package as what is being written down. */
    public String draft(WayOut way) {
        return sitting.valuation().choices(way.outcome()).entrySet().stream()
                .map(one ->
                        one.getKey()
                                + "="
                                + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", home() + "?", ""));
    }
}
