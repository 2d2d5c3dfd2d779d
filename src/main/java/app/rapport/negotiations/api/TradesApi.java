package app.rapport.negotiations.api;

import app.rapport.access.Refused;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.PlanEdits;
import app.rapport.negotiations.model.Plan;
import app.rapport.negotiations.model.TradeOff;
import app.rapport.negotiations.model.TradeOff.Answer;
import app.rapport.negotiations.model.TradeOff.Move;
import app.rapport.negotiations.model.TradeOffs;
import app.rapport.negotiations.model.TradeOffs.Misfit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** "Would you give this for that?" over the API. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class TradesApi {
    private final PlanChanges plans;

    TradesApi(PlanChanges plans) {
        this.plans = plans;
    }

    /** An issue that goes from one option to another. */
    record TradeMoveJson(UUID issue, String from, String to) {
        static TradeMoveJson of(Move move) {
            return new TradeMoveJson(move.issue(), move.from(), move.to());
        }

        Move read() {
            if (issue == null || from == null || to == null)
                throw new Refused("give", "Say which issue, from what and to what");
            return new Move(issue, from, to);
        }
    }

    record TradeJson(UUID id, TradeMoveJson give, TradeMoveJson get, String answer) {
        static TradeJson of(TradeOff one) {
            return new TradeJson(
                    one.id(),
                    TradeMoveJson.of(one.give()),
                    TradeMoveJson.of(one.get()),
                    one.answer().word());
        }
    }

    record TradeQuestionJson(TradeMoveJson give, TradeMoveJson get) {
        static TradeQuestionJson of(TradeOff one) {
            return new TradeQuestionJson(TradeMoveJson.of(one.give()), TradeMoveJson.of(one.get()));
        }
    }

    /**
     * An answer that does not fit the weights.
     *
     * @param lost points of what is given, by the weights
     * @param won of what comes for it
     */
    record MisfitJson(UUID trade, double lost, double won) {
        static MisfitJson of(Misfit one) {
            return new MisfitJson(one.trade().id(), one.lost(), one.won());
        }
    }

    /**
     * @param next the question that tells most now; null where none would tell more
     * @param swings how much issues matter to us by the answers, by their ids
     */
    record TradesJson(
            List<TradeJson> answered,
            @Nullable TradeQuestionJson next,
            List<MisfitJson> misfits,
            Map<UUID, BigDecimal> swings) {
        static TradesJson of(Plan plan) {
            TradeOffs trades = TradeOffs.of(plan);
            return new TradesJson(
                    plan.tradeOffs().stream().map(TradeJson::of).toList(),
                    trades.next().map(TradeQuestionJson::of).orElse(null),
                    trades.misfits().stream().map(MisfitJson::of).toList(),
                    new TreeMap<>(trades.swings()));
        }
    }

    @GetMapping("/api/v1/negotiations/{id}/trades")
    TradesJson trades(@PathVariable UUID id, Viewer viewer) {
        return TradesJson.of(plans.existing(viewer, id).plan());
    }

    /**
     * @param answer yes, no or same
     */
    record TradeBody(TradeMoveJson give, TradeMoveJson get, String answer) {
        TradeOff read() {
            if (give == null || get == null)
                throw new Refused("give", "Say what is given, and what for");
            return new TradeOff(
                    Uuid7.next(),
                    give.read(),
                    get.read(),
                    Answer.of(PlanChanges.text(answer))
                            .orElseThrow(() -> new Refused("answer", "Say yes, no or same")));
        }
    }

    @PostMapping("/api/v1/negotiations/{id}/trades")
    @ResponseStatus(HttpStatus.CREATED)
    TradesJson answer(@PathVariable UUID id, @RequestBody TradeBody body, Viewer viewer) {
        plans.existing(viewer, id);
        TradeOff answered = body.read();
        plans.change(
                viewer,
                id,
                plan ->
                        plan.withTradeOffs(
                                Stream.concat(plan.tradeOffs().stream(), Stream.of(answered))
                                        .toList()));
        return trades(id, viewer);
    }

    /** Takes an answer back; it can be asked again. */
    @DeleteMapping("/api/v1/negotiations/{id}/trades/{trade}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable UUID id, @PathVariable UUID trade, Viewer viewer) {
        boolean known =
                plans.existing(viewer, id).plan().tradeOffs().stream()
                        .anyMatch(one -> one.id().equals(trade));
        if (!known) throw PlanChanges.nothing();
        plans.change(
                viewer,
                id,
                plan ->
                        plan.withTradeOffs(
                                plan.tradeOffs().stream()
                                        .filter(one -> !one.id().equals(trade))
                                        .toList()));
    }

    /** Makes the weights those that the answers ask for. */
    @PostMapping("/api/v1/negotiations/{id}/swings")
    TradesJson swings(@PathVariable UUID id, Viewer viewer) {
        plans.change(
                viewer,
                id,
                plan ->
                        plan.withIssues(
                                PlanEdits.swung(plan.issues(), TradeOffs.of(plan).swings())));
        return trades(id, viewer);
    }
}
