package app.rapport.calls.api;

import static app.rapport.kernel.GivenWords.stripped;

import app.rapport.access.Refused;
import app.rapport.calls.CaseRules;
import app.rapport.calls.model.BusinessCase;
import app.rapport.calls.model.CaseBenefit;
import app.rapport.calls.model.CaseCost;
import app.rapport.calls.model.CaseCost.Bearer;
import app.rapport.calls.model.Span;
import app.rapport.calls.model.Timing;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A business case as a program writes it, whole. */
record CaseBody(
        @Nullable String title,
        @Nullable String situation,
        @Nullable String currency,
        @Nullable Integer years,
        @Nullable BigDecimal rate,
        @Nullable List<CaseLineBody> costs,
        @Nullable List<CaseLineBody> benefits) {

    /** As {@link CaseJson.CaseLineJson}. */
    record CaseLineBody(
            @Nullable String name,
            @Nullable String bearer,
            @Nullable String owner,
            @Nullable BigDecimal from,
            @Nullable BigDecimal to,
            @Nullable String often,
            @Nullable Integer year,
            @Nullable Integer certainty,
            @Nullable String basis) {

        private CaseCost cost() {
            Bearer who =
                    Bearer.of(stripped(bearer))
                            .orElseThrow(() ->
                                    new Refused("costs", "A bearer is us, themselves or others"));
            return new CaseCost(
                    stripped(name), who, amount("costs"), timing("costs"), stripped(basis));
        }

        private CaseBenefit benefit() {
            return new CaseBenefit(
                    stripped(name),
                    stripped(owner),
                    amount("benefits"),
                    timing("benefits"),
                    Optional.ofNullable(certainty),
                    stripped(basis));
        }

        private Optional<Span> amount(String field) {
            BigDecimal low = from == null ? to : from;
            BigDecimal high = to == null ? from : to;
            if (low == null || high == null) return Optional.empty();
            if (low.signum() < 0 || low.compareTo(high) > 0)
                throw new Refused(
                        field,
                        "\"%s\" goes from nought or more to as much or more"
                                .formatted(stripped(name)));
            return Optional.of(new Span(low, high));
        }

        private Timing timing(String field) {
            boolean yearly =
                    switch (stripped(often)) {
                        case "yearly" -> true;
                        case "once", "" -> false;
                        default -> throw new Refused(field, "often is once or yearly");
                    };
            return new Timing(yearly, year == null ? (yearly ? 1 : 0) : year);
        }
    }

    /**
     * @throws Refused when something cannot be used
     */
    BusinessCase content() {
        return CaseRules.checked(
                new BusinessCase(
                        stripped(title),
                        stripped(situation),
                        stripped(currency).toUpperCase(Locale.ROOT),
                        years == null ? 3 : years,
                        Optional.ofNullable(rate),
                        lines(costs).stream().map(CaseLineBody::cost).toList(),
                        lines(benefits).stream().map(CaseLineBody::benefit).toList()));
    }

    private static List<CaseLineBody> lines(@Nullable List<CaseLineBody> lines) {
        return lines == null ? List.of() : lines.stream().filter(Objects::nonNull).toList();
    }
}
