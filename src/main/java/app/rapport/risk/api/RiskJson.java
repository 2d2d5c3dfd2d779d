package app.rapport.risk.api;

import app.rapport.risk.DealRisk;
import app.rapport.risk.RiskBook;
import app.rapport.risk.Risks.Taken;
import app.rapport.risk.model.Assumption;
import app.rapport.risk.model.Band;
import app.rapport.risk.model.Chance;
import app.rapport.risk.model.ChosenLoss;
import app.rapport.risk.model.Exposure;
import app.rapport.risk.model.LimitUse;
import app.rapport.risk.model.LossLimit;
import app.rapport.risk.model.Noted;
import app.rapport.risk.model.OwnRisk;
import app.rapport.risk.model.Scenario;
import app.rapport.risk.model.Stake;
import app.rapport.risk.model.StopOrGo;
import app.rapport.risk.model.Uncertainty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Risks as the API says them. */
final class RiskJson {
    private RiskJson() {}

    /**
     * @param id stays while it is corrected
     * @param wording of this version, by which it is undone
     */
    record NoteJson(UUID id, UUID wording, Instant at, UUID by) {
        static NoteJson of(Noted<?> note) {
            return new NoteJson(note.item(), note.id(), note.at(), note.by().value());
        }
    }

    /**
     * @param low percent; both are null where nobody knows
     */
    record ScenarioJson(
            NoteJson note,
            String cause,
            String outcome,
            BigDecimal result,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high) {
        static ScenarioJson of(Noted<Scenario> one) {
            return new ScenarioJson(
                    NoteJson.of(one),
                    one.body().cause(),
                    one.body().outcome(),
                    one.body().result(),
                    one.body().chance().map(Chance::low).orElse(null),
                    one.body().chance().map(Chance::high).orElse(null));
        }
    }

    record FindingJson(boolean holds, String words, LocalDate on) {}

    record AssumptionJson(
            NoteJson note,
            String what,
            String test,
            @Nullable LocalDate by,
            @Nullable FindingJson found) {
        static AssumptionJson of(Noted<Assumption> one) {
            return new AssumptionJson(
                    NoteJson.of(one),
                    one.body().what(),
                    one.body().test(),
                    one.body().by().orElse(null),
                    one.body()
                            .found()
                            .map(found -> new FindingJson(found.holds(), found.words(), found.on()))
                            .orElse(null));
        }
    }

    record BecameJson(boolean worthIt, String words, LocalDate on) {}

    record LossJson(
            NoteJson note,
            BigDecimal amount,
            String purpose,
            LocalDate lookAgain,
            @Nullable BecameJson became) {
        static LossJson of(Noted<ChosenLoss> one) {
            return new LossJson(
                    NoteJson.of(one),
                    one.body().amount(),
                    one.body().purpose(),
                    one.body().lookAgain(),
                    one.body()
                            .became()
                            .map(it -> new BecameJson(it.worthIt(), it.words(), it.on()))
                            .orElse(null));
        }
    }

    /**
     * @param calm false where it was raised while it was near
     * @param used as much as is known
     * @param spent null while nobody knows, as is {@code ahead}
     * @param leftOut what is not in it, in words; null where all is known
     */
    record LimitJson(
            NoteJson note,
            BigDecimal amount,
            String why,
            boolean calm,
            BigDecimal used,
            @Nullable BigDecimal spent,
            BigDecimal chosen,
            @Nullable BigDecimal ahead,
            @Nullable String leftOut,
            String state) {
        static LimitJson of(Noted<LossLimit> one, LimitUse use) {
            return new LimitJson(
                    NoteJson.of(one),
                    one.body().amount(),
                    one.body().why(),
                    one.body().calm(),
                    use.used(),
                    use.spent().known().orElse(null),
                    use.chosen(),
                    use.ahead().known().orElse(null),
                    use.leftOut().orElse(null),
                    use.state().words());
        }
    }

    /**
     * @param spent null while nobody noted it, as is {@code exit}
     */
    record StakeJson(
            @Nullable BigDecimal spent,
            String on,
            @Nullable BigDecimal exit,
            String sponsor,
            String sponsorWords) {
        static StakeJson of(Stake one) {
            return new StakeJson(
                    one.spent().orElse(null),
                    one.on(),
                    one.exit().orElse(null),
                    one.sponsor(),
                    one.sponsorWords());
        }
    }

    record DecisionJson(NoteJson note, boolean cut, String why) {
        static DecisionJson of(Noted<StopOrGo> one) {
            return new DecisionJson(NoteJson.of(one), one.body().cut(), one.body().why());
        }
    }

    /**
     * @param low percent; null where nobody knows, as is {@code high}
     */
    record OutcomeJson(
            String name,
            BigDecimal result,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            boolean known) {
        static OutcomeJson of(Uncertainty.Outcome one) {
            return new OutcomeJson(
                    one.name(),
                    one.result(),
                    one.known() ? one.chance().low() : null,
                    one.known() ? one.chance().high() : null,
                    one.known());
        }
    }

    record CauseJson(String cause, boolean contradicted, List<OutcomeJson> outcomes) {
        static CauseJson of(Uncertainty one) {
            return new CauseJson(
                    one.cause(),
                    one.contradicted(),
                    one.outcomes().stream().map(OutcomeJson::of).toList());
        }
    }

    /**
     * @param worst negative for a loss; null where nobody wrote what may happen, as is {@code best}
     * @param expectedLow null where no probability is known, as is {@code expectedHigh}
     * @param notKnown how many outcomes have no probability
     */
    record ExposureJson(
            @Nullable BigDecimal worst,
            @Nullable BigDecimal expectedLow,
            @Nullable BigDecimal expectedHigh,
            @Nullable BigDecimal best,
            long notKnown,
            List<CauseJson> causes) {
        static ExposureJson of(Exposure one) {
            Band expected = one.expected();
            return new ExposureJson(
                    one.isEmpty() ? null : one.worst(),
                    one.isExpected() ? expected.low() : null,
                    one.isExpected() ? expected.high() : null,
                    one.isEmpty() ? null : one.best(),
                    one.notKnown(),
                    one.parts().stream().map(CauseJson::of).toList());
        }
    }

    /**
     * @param leaning cut, go_on, depends, not_known or exit_not_known: from what lies ahead alone
     */
    record DealRiskJson(
            UUID deal,
            String name,
            @Nullable String currency,
            ExposureJson exposure,
            @Nullable LimitJson limit,
            StakeJson stake,
            String leaning,
            List<ScenarioJson> scenarios,
            List<AssumptionJson> assumptions,
            List<LossJson> losses,
            List<DecisionJson> decisions) {
        static DealRiskJson of(DealRisk risk) {
            var sheet = risk.sheet();
            return new DealRiskJson(
                    risk.deal().id().value(),
                    risk.deal().name(),
                    risk.currency().isEmpty() ? null : risk.currency(),
                    ExposureJson.of(sheet.exposure()),
                    sheet.limit()
                            .map(limit -> LimitJson.of(limit, sheet.use(limit.body().amount())))
                            .orElse(null),
                    StakeJson.of(sheet.stake()),
                    sheet.leaning().name().toLowerCase(Locale.ROOT),
                    sheet.all(Scenario.class).stream().map(ScenarioJson::of).toList(),
                    sheet.all(Assumption.class).stream().map(AssumptionJson::of).toList(),
                    sheet.all(ChosenLoss.class).stream().map(LossJson::of).toList(),
                    sheet.all(StopOrGo.class).stream().map(DecisionJson::of).toList());
        }
    }

    /**
     * @param oneByOne what the deals may lose each by itself, added up; null where of none of them
     *     anybody wrote what may happen
     */
    record PartJson(
            @Nullable String currency,
            ExposureJson exposure,
            @Nullable BigDecimal oneByOne,
            @Nullable LimitJson limit,
            List<UUID> deals) {
        static PartJson of(RiskBook.Part part) {
            return new PartJson(
                    part.currency().isEmpty() ? null : part.currency(),
                    ExposureJson.of(part.exposure()),
                    part.exposure().isEmpty() ? null : part.oneByOne(),
                    part.limit()
                            .map(limit -> LimitJson.of(limit, part.use(limit.body().amount())))
                            .orElse(null),
                    part.deals().stream().map(deal -> deal.deal().id().value()).toList());
        }
    }

    /**
     * @param went better, as_expected or worse; null while nobody knows
     * @param shared whether colleagues see it
     */
    record OwnRiskJson(
            NoteJson note,
            @Nullable UUID deal,
            String what,
            String step,
            @Nullable String went,
            String learned,
            boolean shared) {
        static OwnRiskJson of(Taken one) {
            OwnRisk risk = one.note().body();
            return new OwnRiskJson(
                    NoteJson.of(one.note()),
                    one.deal().map(deal -> deal.id().value()).orElse(null),
                    risk.what(),
                    risk.step(),
                    risk.went().map(went -> went.name().toLowerCase(Locale.ROOT)).orElse(null),
                    risk.learned(),
                    one.note().only().isEmpty());
        }
    }
}
