package app.rapport.mirror.model;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a member says of themself before the facts are shown. Once every question is answered or
 * left out the facts are shown, and what was said stands for as long as they reach back; whatever
 * is said with the facts in sight is no view of one's own. Then the questions come again.
 *
 * @param said what was answered
 * @param open what is asked still
 * @param settled since when the facts are shown
 */
public record Review(Map<Question, Said> said, Set<Question> open, Optional<Instant> settled) {
    private static final Duration STANDS = Duration.ofDays(90);

    public Review {
        said = Map.copyOf(said);
        open = Set.copyOf(open);
    }

    /**
     * @param replies in the order of time; of a question that is open the last one counts
     */
    public static Review of(List<Reply> replies, Instant now) {
        Map<Question, Reply> round = new EnumMap<>(Question.class);
        Optional<Instant> settled = Optional.empty();
        for (Reply reply : replies) {
            if (isOver(settled, reply.at())) {
                round.clear();
                settled = Optional.empty();
            }
            if (settled.isPresent()) continue;
            round.put(reply.question(), reply);
            if (round.size() == Question.values().length) settled = Optional.of(reply.at());
        }
        return isOver(settled, now)
                ? new Review(Map.of(), EnumSet.allOf(Question.class), Optional.empty())
                : of(round, settled);
    }

    private static Review of(Map<Question, Reply> round, Optional<Instant> settled) {
        Map<Question, Said> said = new EnumMap<>(Question.class);
        Set<Question> open = EnumSet.allOf(Question.class);
        round.forEach((question, reply) -> {
            open.remove(question);
            reply.often().ifPresent(often -> said.put(question, new Said(often, reply.at())));
        });
        return new Review(said, open, settled);
    }

    private static boolean isOver(Optional<Instant> settled, Instant at) {
        return settled.filter(since -> !at.isBefore(since.plus(STANDS))).isPresent();
    }

    /** When the questions come again. */
    public Optional<Instant> until() {
        return settled.map(since -> since.plus(STANDS));
    }
}
