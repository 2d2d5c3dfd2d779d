package app.rapport.risk.api;

import static app.rapport.kernel.GivenWords.stripped;

import app.rapport.access.Refused;
import app.rapport.risk.model.Assumption;
import app.rapport.risk.model.Chance;
import app.rapport.risk.model.ChosenLoss;
import app.rapport.risk.model.LossLimit;
import app.rapport.risk.model.OwnRisk;
import app.rapport.risk.model.OwnRisk.Went;
import app.rapport.risk.model.Scenario;
import app.rapport.risk.model.Stake;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is sent to be written down. */
final class RiskBodies {
    private RiskBodies() {}

    private static BigDecimal amount(String field, @Nullable BigDecimal amount) {
        if (amount == null) throw new Refused(field, "Say how much");
        return amount;
    }

    /**
     * @param result negative for a loss
     * @param low percent; both left out where nobody knows, one alone is both ends
     */
    record ScenarioBody(
            @Nullable String cause,
            String outcome,
            BigDecimal result,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high) {
        Scenario read() {
            BigDecimal from = low == null ? high : low;
            BigDecimal to = high == null ? low : high;
            return new Scenario(
                    stripped(cause),
                    stripped(outcome),
                    amount("result", result),
                    from == null || to == null
                            ? Optional.empty()
                            : Optional.of(new Chance(from, to)));
        }
    }

    /**
     * @param holds what the test showed; left out while it was not made
     */
    record AssumptionBody(
            String what,
            @Nullable String test,
            @Nullable LocalDate by,
            @Nullable Boolean holds,
            @Nullable String finding) {
        Assumption read(LocalDate today) {
            return new Assumption(
                    stripped(what),
                    stripped(test),
                    Optional.ofNullable(by),
                    Optional.ofNullable(holds)
                            .map(it -> new Assumption.Finding(it, stripped(finding), today)));
        }
    }

    /**
     * @param worthIt what it brought; left out until somebody looked
     */
    record LossBody(
            BigDecimal amount,
            String purpose,
            LocalDate lookAgain,
            @Nullable Boolean worthIt,
            @Nullable String finding) {
        ChosenLoss read(LocalDate today) {
            if (lookAgain == null) throw new Refused("lookAgain", "Say when to look again");
            return new ChosenLoss(
                    RiskBodies.amount("amount", amount),
                    stripped(purpose),
                    lookAgain,
                    Optional.ofNullable(worthIt)
                            .map(it -> new ChosenLoss.Outcome(it, stripped(finding), today)));
        }
    }

    /**
     * @param currency of a limit of the book; of a deal's it is the deal's
     */
    record LimitBody(BigDecimal amount, @Nullable String currency, @Nullable String why) {
        LossLimit read() {
            return new LossLimit(
                    RiskBodies.amount("amount", amount), stripped(currency), stripped(why), true);
        }
    }

    /**
     * @param spent left out while nobody knows it, as is {@code exit}
     */
    record StakeBody(
            @Nullable BigDecimal spent,
            @Nullable String on,
            @Nullable BigDecimal exit,
            @Nullable String sponsor,
            @Nullable String sponsorWords) {
        Stake read() {
            return new Stake(
                    Optional.ofNullable(spent),
                    stripped(on),
                    Optional.ofNullable(exit),
                    stripped(sponsor),
                    stripped(sponsorWords));
        }
    }

    record DecisionBody(boolean cut, @Nullable String why) {}

    /**
     * @param deal in which it is dared
     * @param went better, as_expected or worse
     */
    record OwnRiskBody(
            @Nullable UUID deal,
            String what,
            @Nullable String step,
            @Nullable String went,
            @Nullable String learned) {
        OwnRisk read() {
            return new OwnRisk(
                    stripped(what),
                    stripped(step),
                    Arrays.stream(Went.values())
                            .filter(one -> one.name().equalsIgnoreCase(stripped(went)))
                            .findFirst(),
                    stripped(learned));
        }
    }

    record ShareBody(boolean shared) {}
}
