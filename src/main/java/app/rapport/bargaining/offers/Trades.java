package app.rapport.bargaining.offers;

import app.rapport.bargaining.Negotiation;
import app.rapport.bargaining.Outcome;
import app.rapport.bargaining.Utility;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Logrolling: to give where it costs us little and matters to them, against what matters to us and
 * costs them little (Froman and Cohen 1970, Behavioral Science 15:180-183; Raiffa 1982, chapter
 * 10).
 */
public final class Trades {
    private static final double NOTHING = 1e-9;
    private static final int MOST_MOVES = 400;

    private Trades() {}

    /** From an outcome on the table, those by which neither loses, the largest joint gain first. */
    public static List<Trade> from(Negotiation negotiation, Outcome table, int count) {
        List<Trade.Move> gives = new ArrayList<>();
        List<Trade.Move> asks = new ArrayList<>();
        for (int issue = 0; issue < negotiation.domain().size(); issue++)
            for (Trade.Move move : moves(negotiation, table, issue)) {
                if (move.ours() < -NOTHING && move.theirs() > NOTHING) gives.add(move);
                if (move.ours() > NOTHING && move.theirs() < -NOTHING) asks.add(move);
            }
        return paired(few(gives), few(asks)).stream()
                .sorted(Comparator.comparingDouble(Trade::joint).reversed())
                .limit(count)
                .toList();
    }

    private static List<Trade.Move> moves(Negotiation negotiation, Outcome table, int issue) {
        List<Trade.Move> moves = new ArrayList<>();
        int now = table.option(issue);
        for (int option = 0; option < negotiation.domain().options(issue); option++)
            moves.add(
                    new Trade.Move(
                            issue,
                            option,
                            change(negotiation.ours(), issue, now, option),
                            change(negotiation.theirs(), issue, now, option)));
        return moves;
    }

    private static double change(Utility side, int issue, int from, int to) {
        return side.of(issue, to) - side.of(issue, from);
    }

    /**
     * Those whose gain to one is largest for what they cost the other, where there are very many.
     */
    private static List<Trade.Move> few(List<Trade.Move> moves) {
        if (moves.size() <= MOST_MOVES) return moves;
        return moves.stream()
                .sorted(Comparator.comparingDouble(move -> -(move.ours() + move.theirs())))
                .limit(MOST_MOVES)
                .toList();
    }

    private static List<Trade> paired(List<Trade.Move> gives, List<Trade.Move> asks) {
        List<Trade> trades = new ArrayList<>();
        for (Trade.Move give : gives)
            for (Trade.Move ask : asks) {
                Trade trade = new Trade(give, ask);
                boolean nobodyLoses = trade.ours() >= -NOTHING && trade.theirs() >= -NOTHING;
                if (give.issue() != ask.issue() && nobodyLoses && trade.joint() > NOTHING)
                    trades.add(trade);
            }
        return trades;
    }
}
