package app.rapport.negotiations.api;

import app.rapport.negotiations.Weighing;
import app.rapport.negotiations.api.TableJson.ValueJson;
import app.rapport.negotiations.model.table.Caution;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offer that is not on the table yet.
 *
 * @param standing where its side would then stand
 * @param ours what it changes for us, in points
 * @param theirs probably for them
 * @param asksForPriceReason whether it names the price before its time
 * @param asksForBelowReason whether it goes under the walk-away
 */
record WeighedJson(
        Map<UUID, String> standing,
        ValueJson worth,
        double ours,
        double theirs,
        boolean asksForPriceReason,
        boolean asksForBelowReason,
        List<WarningJson> warnings) {

    /**
     * @param ask what would pay for it; null where nothing would
     */
    record WarningJson(String sign, String reason, String say, @Nullable AskJson ask) {
        static WarningJson of(Caution one) {
            return new WarningJson(
                    one.sign().key(),
                    one.reason(),
                    one.say(),
                    one.ask().map(ask -> new AskJson(ask.issue(), ask.option())).orElse(null));
        }
    }

    record AskJson(UUID issue, String option) {}

    static WeighedJson of(Weighing one) {
        return new WeighedJson(
                new TreeMap<>(one.after()),
                ValueJson.of(one.value()),
                one.step(true),
                one.step(false),
                one.asksForPrice(),
                one.asksForBelow(),
                one.warnings().stream().map(WarningJson::of).toList());
    }
}
