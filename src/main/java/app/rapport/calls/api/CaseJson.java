package app.rapport.calls.api;

import app.rapport.calls.CaseOf.OfAccount;
import app.rapport.calls.CaseOf.OfDeal;
import app.rapport.calls.FiledCase;
import app.rapport.calls.model.BusinessCase;
import app.rapport.calls.model.CaseBenefit;
import app.rapport.calls.model.CaseCost;
import app.rapport.calls.model.CaseFigures;
import app.rapport.calls.model.CaseFigures.Reading;
import app.rapport.calls.model.CaseLine;
import app.rapport.calls.model.Sensitivity;
import app.rapport.calls.model.Span;
import app.rapport.calls.model.Timing;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A business case with what it comes to.
 *
 * @param rate percent a year; null while not known
 * @param notKnown names of lines that are in no sum
 */
record CaseJson(
        UUID id,
        @Nullable UUID account,
        @Nullable UUID deal,
        String title,
        String situation,
        String currency,
        int years,
        @Nullable BigDecimal rate,
        List<CaseLineJson> costs,
        List<CaseLineJson> benefits,
        int revision,
        String createdAt,
        String changedAt,
        UUID changedBy,
        CaseReadingJson careful,
        CaseReadingJson expected,
        CaseReadingJson hopeful,
        List<Sensitivity.Swing> sensitivity,
        List<String> notKnown) {

    /**
     * @param bearer of a cost: us, themselves, others; null of a benefit
     * @param owner who of them stands for a benefit
     * @param certainty of it, in percent
     * @param from the least, {@code to} the most; null while not known
     * @param often once or yearly
     * @param year in or from which, 0 is the start
     */
    record CaseLineJson(
            String name,
            @Nullable String bearer,
            @Nullable String owner,
            @Nullable BigDecimal from,
            @Nullable BigDecimal to,
            String often,
            int year,
            @Nullable Integer certainty,
            String basis) {
        static CaseLineJson of(CaseCost line) {
            return of(line, line.bearer().word(), null, null);
        }

        static CaseLineJson of(CaseBenefit line) {
            return of(line, null, line.owner(), line.certainty().orElse(null));
        }

        private static CaseLineJson of(
                CaseLine line,
                @Nullable String bearer,
                @Nullable String owner,
                @Nullable Integer certainty) {
            Timing timing = line.timing();
            return new CaseLineJson(
                    line.name(),
                    bearer,
                    owner,
                    line.amount().map(Span::low).orElse(null),
                    line.amount().map(Span::high).orElse(null),
                    timing.yearly() ? "yearly" : "once",
                    timing.year(),
                    certainty,
                    line.basis());
        }
    }

    /**
     * @param net by year, from the start on
     * @param paybackYears null where it is not paid back in that time
     * @param roi a share of the costs
     * @param irr a share a year, null where it is not defined
     * @param npv null while no rate is known
     */
    record CaseReadingJson(
            double costs,
            double benefits,
            List<Double> net,
            @Nullable Double paybackYears,
            @Nullable Double roi,
            @Nullable Double npv,
            @Nullable Double irr) {
        static CaseReadingJson of(Reading one) {
            return new CaseReadingJson(
                    one.costs().total(),
                    one.benefits().total(),
                    IntStream.rangeClosed(0, one.net().years()).mapToObj(one.net()::at).toList(),
                    number(one.payback()),
                    number(one.roi()),
                    number(one.npv()),
                    number(one.irr()));
        }

        private static @Nullable Double number(OptionalDouble of) {
            return of.isPresent() ? of.getAsDouble() : null;
        }
    }

    static CaseJson of(FiledCase filed) {
        BusinessCase content = filed.content();
        CaseFigures figures = CaseFigures.of(content);
        return new CaseJson(
                filed.id(),
                filed.of() instanceof OfAccount(var account) ? account.value() : null,
                filed.of() instanceof OfDeal(var deal) ? deal.value() : null,
                content.title(),
                content.situation(),
                content.currency(),
                content.years(),
                content.rate().orElse(null),
                content.costs().stream().map(CaseLineJson::of).toList(),
                content.benefits().stream().map(CaseLineJson::of).toList(),
                filed.revision(),
                filed.createdAt().toString(),
                filed.changedAt().toString(),
                filed.changedBy().value(),
                CaseReadingJson.of(figures.careful()),
                CaseReadingJson.of(figures.expected()),
                CaseReadingJson.of(figures.hopeful()),
                Sensitivity.of(content, figures).swings(),
                figures.notKnown().map(CaseLine::name).toList());
    }
}
