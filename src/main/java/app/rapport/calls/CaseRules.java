package app.rapport.calls;

import app.rapport.access.Refused;
import app.rapport.calls.model.BusinessCase;
import app.rapport.calls.model.CaseBenefit;
import app.rapport.calls.model.CaseLine;
import app.rapport.calls.model.Timing;
import java.math.BigDecimal;
import java.util.List;

/** What a business case may hold, whoever sends it. */
public final class CaseRules {
    private static final int MOST_LINES = 60;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_WORDS = 4_000;
    private static final BigDecimal MOST_RATE = BigDecimal.valueOf(100);
    private static final BigDecimal MOST_MONEY = new BigDecimal("1e13");

    private CaseRules() {}

    /**
     * @return the same case
     * @throws Refused when something cannot be used
     */
    public static BusinessCase checked(BusinessCase of) {
        if (of.title().isBlank()) throw new Refused("title", "Give the case a title");
        within("title", of.title(), LONGEST_NAME);
        within("situation", of.situation(), LONGEST_WORDS);
        if (!of.currency().matches("([A-Z]{3})?"))
            throw new Refused("currency", "Three letters, such as EUR");
        if (of.years() < 1 || of.years() > BusinessCase.MOST_YEARS)
            throw new Refused("years", "From 1 to " + BusinessCase.MOST_YEARS + " years");
        of.rate()
                .filter(rate -> rate.signum() < 0 || rate.compareTo(MOST_RATE) > 0)
                .ifPresent(_ -> {
                    throw new Refused("rate", "From 0 to 100 percent a year");
                });
        checked("costs", of.costs(), of.years());
        checked("benefits", of.benefits(), of.years());
        of.benefits().forEach(CaseRules::checked);
        return of;
    }

    private static void within(String field, String words, int longest) {
        if (words.length() > longest) throw new Refused(field, longest + " letters at most");
    }

    private static void checked(String field, List<? extends CaseLine> lines, int years) {
        if (lines.size() > MOST_LINES)
            throw new Refused(field, "At most " + MOST_LINES + " " + field);
        for (CaseLine line : lines) checked(field, line, years);
    }

    private static void checked(String field, CaseLine line, int years) {
        String name = line.name();
        if (name.isBlank()) throw new Refused(field, "Each of the " + field + " needs a name");
        within(field, name, LONGEST_NAME);
        within(field, line.basis(), LONGEST_WORDS);
        Timing when = line.timing();
        if (when.year() > years)
            throw new Refused(
                    field,
                    "\"%s\" comes in year %d, behind the %d that are looked at"
                            .formatted(name, when.year(), years));
        if (when.year() < (when.yearly() ? 1 : 0))
            throw new Refused(
                    field,
                    when.yearly()
                            ? "\"%s\" comes each year from year 1 or later".formatted(name)
                            : "\"%s\" comes at the start (0) or later".formatted(name));
        boolean tooMuch =
                line.amount().filter(all -> all.high().compareTo(MOST_MONEY) >= 0).isPresent();
        if (tooMuch) throw new Refused(field, "\"%s\" is too much".formatted(name));
    }

    private static void checked(CaseBenefit benefit) {
        within("benefits", benefit.owner(), LONGEST_NAME);
        if (benefit.certainty().filter(percent -> percent < 0 || percent > 100).isPresent())
            throw new Refused(
                    "benefits",
                    "How certain \"%s\" is goes from 0 to 100 percent".formatted(benefit.name()));
    }
}
