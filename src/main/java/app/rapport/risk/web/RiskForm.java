package app.rapport.risk.web;

import app.rapport.access.Refused;
import app.rapport.deals.model.Amounts;
import app.rapport.risk.model.Assumption;
import app.rapport.risk.model.Chance;
import app.rapport.risk.model.ChosenLoss;
import app.rapport.risk.model.LossLimit;
import app.rapport.risk.model.OwnRisk;
import app.rapport.risk.model.OwnRisk.Went;
import app.rapport.risk.model.Scenario;
import app.rapport.risk.model.Stake;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What was typed about a risk, as what it says. */
record RiskForm(Map<String, String> sent) {

    String text(String field) {
        return sent.getOrDefault(field, "").strip();
    }

    Scenario scenario() {
        BigDecimal amount = amount("amount");
        return new Scenario(
                text("cause"),
                text("outcome"),
                text("way").equals("gain") ? amount : amount.negate(),
                chance());
    }

    /** One number alone is both ends. */
    private Optional<Chance> chance() {
        String low = text("low");
        String high = text("high");
        if (low.isEmpty() && high.isEmpty()) return Optional.empty();
        return Optional.of(
                new Chance(
                        percent(low.isEmpty() ? high : low), percent(high.isEmpty() ? low : high)));
    }

    private static BigDecimal percent(String typed) {
        return Amounts.read(typed.replace("%", ""))
                .orElseThrow(() -> new Refused("chance", "A probability is a number, such as 20"));
    }

    BigDecimal amount(String field) {
        if (text(field).isEmpty()) throw new Refused(field, "Say how much");
        return Amounts.read(text(field))
                .orElseThrow(() -> new Refused(field, "An amount is a number, such as 12,500"));
    }

    private Optional<BigDecimal> ifKnown(String field) {
        return text(field).isEmpty() ? Optional.empty() : Optional.of(amount(field));
    }

    private Optional<LocalDate> day(String field) {
        try {
            return text(field).isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(text(field)));
        } catch (DateTimeException e) {
            throw new Refused(field, "A day is wanted, such as 2026-12-18");
        }
    }

    Assumption assumption(Optional<Assumption.Finding> found) {
        return new Assumption(text("what"), text("test"), day("by"), found);
    }

    ChosenLoss loss(Optional<ChosenLoss.Outcome> became) {
        LocalDate again =
                day("lookAgain")
                        .orElseThrow(() -> new Refused("lookAgain", "Say when to look again"));
        return new ChosenLoss(amount("amount"), text("purpose"), again, became);
    }

    LossLimit limit() {
        return new LossLimit(
                amount("amount"), text("currency").toUpperCase(Locale.ROOT), text("why"), true);
    }

    Stake stake() {
        return new Stake(
                ifKnown("spent"),
                text("on"),
                ifKnown("exit"),
                text("sponsor"),
                text("sponsorWords"));
    }

    OwnRisk own() {
        return new OwnRisk(text("what"), text("step"), went(), text("learned"));
    }

    private Optional<Went> went() {
        return Arrays.stream(Went.values())
                .filter(one -> one.name().equalsIgnoreCase(text("went")))
                .findFirst();
    }
}
