package app.rapport.negotiations.api;

import app.rapport.negotiations.Suggestions;
import app.rapport.negotiations.api.TableJson.ValueJson;
import app.rapport.negotiations.model.table.CurveBall;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * @param packages worth the same to us, as their choice shows what they value
 * @param trades one issue for another, from where we stand: neither loses, as we believe
 * @param reads what their offers tell, in sentences
 * @param triedBefore what this buyer tried at earlier tables of the member's teams
 */
record SuggestionsJson(
        List<PackJson> packages,
        List<SwapJson> trades,
        List<String> reads,
        List<CurveBallJson> triedBefore) {

    /**
     * @param ours what it changes for us, in points
     * @param theirs for them
     */
    record SwapJson(String give, String ask, double ours, double theirs) {
        static SwapJson of(Suggestions.Swap one) {
            return new SwapJson(one.give(), one.ask(), one.ours(), one.theirs());
        }
    }

    /**
     * @param choices an option for each issue, by the id
     */
    record PackJson(Map<UUID, String> choices, ValueJson worth) {
        static PackJson of(Suggestions.Pack one) {
            return new PackJson(one.choices(), ValueJson.of(one.value()));
        }
    }

    /**
     * @param negotiation its title
     */
    record CurveBallJson(String sign, String reason, String negotiation, Instant at) {
        static CurveBallJson of(CurveBall one) {
            return new CurveBallJson(one.sign().key(), one.reason(), one.title(), one.at());
        }
    }

    static SuggestionsJson of(Suggestions suggestions, List<CurveBall> tried) {
        return new SuggestionsJson(
                suggestions.packages().stream().map(PackJson::of).toList(),
                suggestions.swaps().stream().map(SwapJson::of).toList(),
                suggestions.reads(),
                tried.stream().map(CurveBallJson::of).toList());
    }
}
