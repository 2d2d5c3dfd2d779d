package app.rapport.balance.web;

import app.rapport.balance.DealBalances.OfDeal;
import app.rapport.balance.model.Balance;
import app.rapport.balance.model.Balance.Line;
import app.rapport.ui.Numbers;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A balance as pages show it.
 *
 * @param home page of the person or company
 * @param name whose it is
 * @param deals with them
 */
public record BalanceView(
        String home, String name, Balance balance, ZoneId zone, List<OfDeal> deals) {
    private static final int SHOWN = 200;

    public ShareView share() {
        return new ShareView(balance.estimate());
    }

    public String path() {
        return home + "/balance";
    }

    /** The latest that was won by chasing. */
    public Optional<DealView> chased() {
        return deals.stream().filter(OfDeal::wonByChasing).map(DealView::new).findFirst();
    }

    public List<DealView> ofDeals() {
        return deals.stream().map(DealView::new).toList();
    }

    /** One deal and who went how far while it ran. */
    public record DealView(OfDeal one) {
        /** "93% ours (88 to 97)". */
        public String share() {
            ShareView share = new ShareView(one.share());
            return share.isKnown() ? share.inWords() : "";
        }

        public String standing() {
            return switch (one.deal().standing()) {
                case OPEN -> "open";
                case WON -> "won";
                case LOST -> "lost";
            };
        }
    }

    public String entries() {
        return Numbers.of(
                balance.current().stream().filter(line -> line.wrong().isEmpty()).count(),
                "entry",
                "entries");
    }

    public Optional<TrendView> trend() {
        return TrendView.of(balance, zone);
    }

    /** From when on all of it is read, where more passed in two years than that. */
    public Optional<LocalDate> readSince() {
        return Optional.of(balance.since())
                .filter(balance.at().minus(Balance.STORY)::isBefore)
                .map(since -> LocalDate.ofInstant(since, zone));
    }

    public List<EntryView> lines() {
        return balance.current().stream().limit(SHOWN).map(EntryView::new).toList();
    }

    /** What each side went in the last 90 days. */
    public String sums() {
        return "us " + points(sum(true)) + ", them " + points(sum(false));
    }

    private double sum(boolean ours) {
        return balance.current().stream()
                .filter(line -> line.wrong().isEmpty())
                .mapToDouble(line -> ours ? line.effort().ours() : line.effort().theirs())
                .sum();
    }

    static String points(double points) {
        return points == Math.rint(points)
                ? String.valueOf((long) points)
                : String.format(Locale.ROOT, "%.1f", points);
    }

    /** One line of what made it. */
    public record EntryView(Line line) {
        public String points() {
            double ours = line.effort().ours();
            double theirs = line.effort().theirs();
            if (ours > 0 && theirs > 0) return "both " + BalanceView.points(ours);
            return ours > 0
                    ? "us " + BalanceView.points(ours)
                    : "them " + BalanceView.points(theirs);
        }

        public boolean opensInDrawer() {
            return !isGiven();
        }

        /** Recorded by hand: it is taken back by its own button. */
        public boolean isGiven() {
            return line.effort().key().startsWith("given-");
        }

        public String givenId() {
            return line.effort().key().substring("given-".length());
        }
    }
}
