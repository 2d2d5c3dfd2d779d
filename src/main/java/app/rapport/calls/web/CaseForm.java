package app.rapport.calls.web;

import app.rapport.access.Refused;
import app.rapport.calls.model.BusinessCase;
import app.rapport.calls.model.CaseBenefit;
import app.rapport.calls.model.CaseCost;
import app.rapport.calls.model.CaseCost.Bearer;
import app.rapport.calls.model.CaseLine;
import app.rapport.calls.model.Span;
import app.rapport.calls.model.Timing;
import app.rapport.deals.model.Amounts;
import app.rapport.ui.Sheet;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * A business case as it is typed.
 *
 * @param revision that was read
 */
public record CaseForm(
        String title,
        String situation,
        String currency,
        String years,
        String rate,
        List<Row> costs,
        List<Row> benefits,
        int revision) {
    private static final int BLANK = 2;

    /**
     * A row of either sheet.
     *
     * @param who pays or gets it of a cost, stands for it of a benefit
     */
    public record Row(
            String name,
            String who,
            String from,
            String to,
            String often,
            String year,
            String certain,
            String basis) {
        static final Row BLANK_COST =
                new Row("", Bearer.THEMSELVES.word(), "", "", "once", "", "", "");
        static final Row BLANK_BENEFIT = new Row("", "", "", "", "yearly", "", "", "");

        boolean blank() {
            return (name + from + to + basis + certain).isBlank();
        }
    }

    static CaseForm of(BusinessCase of, int revision) {
        return new CaseForm(
                of.title(),
                of.situation(),
                of.currency(),
                String.valueOf(of.years()),
                of.rate().map(CaseForm::plain).orElse(""),
                filled(of.costs().stream().map(CaseForm::row), Row.BLANK_COST),
                filled(of.benefits().stream().map(CaseForm::row), Row.BLANK_BENEFIT),
                revision);
    }

    private static List<Row> filled(Stream<Row> rows, Row blank) {
        return Stream.concat(rows, IntStream.range(0, BLANK).mapToObj(_ -> blank)).toList();
    }

    private static Row row(CaseCost line) {
        return row(line, line.bearer().word(), "");
    }

    private static Row row(CaseBenefit line) {
        return row(line, line.owner(), line.certainty().map(String::valueOf).orElse(""));
    }

    private static Row row(CaseLine line, String who, String certain) {
        String from = line.amount().map(Span::low).map(CaseForm::plain).orElse("");
        String to = line.amount().map(Span::high).map(CaseForm::plain).orElse("");
        return new Row(
                line.name(),
                who,
                from,
                to.equals(from) ? "" : to,
                line.timing().yearly() ? "yearly" : "once",
                String.valueOf(line.timing().year()),
                certain,
                line.basis());
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    static CaseForm sent(MultiValueMap<String, String> sent) {
        Map<String, String> one = sent.toSingleValueMap();
        String revision = one.getOrDefault("revision", "");
        return new CaseForm(
                one.getOrDefault("title", ""),
                one.getOrDefault("situation", ""),
                one.getOrDefault("currency", ""),
                one.getOrDefault("years", ""),
                one.getOrDefault("rate", ""),
                rows(sent, "cost"),
                rows(sent, "benefit"),
                revision.matches("\\d{1,9}") ? Integer.parseInt(revision) : 0);
    }

    private static List<Row> rows(MultiValueMap<String, String> sent, String of) {
        return new Sheet(sent)
                .rows(of + "Name").stream()
                        .map(row ->
                                new Row(
                                        row.text(of + "Name"),
                                        row.text(of + "Who"),
                                        row.text(of + "From"),
                                        row.text(of + "To"),
                                        row.text(of + "Often"),
                                        row.text(of + "Year"),
                                        row.text(of + "Certain"),
                                        row.text(of + "Basis")))
                        .toList();
    }

    CaseForm after(int standing) {
        return new CaseForm(title, situation, currency, years, rate, costs, benefits, standing);
    }

    /**
     * @throws Refused when something cannot be read
     */
    BusinessCase content() {
        return new BusinessCase(
                title.strip(),
                situation.strip(),
                currency.strip().toUpperCase(Locale.ROOT),
                whole("years", "Years", years).orElse(0),
                percent(),
                costs.stream().filter(row -> !row.blank()).map(CaseForm::cost).toList(),
                benefits.stream().filter(row -> !row.blank()).map(CaseForm::benefit).toList());
    }

    private Optional<BigDecimal> percent() {
        String text = rate.strip().replace("%", "").strip().replace(',', '.');
        if (text.isEmpty()) return Optional.empty();
        if (!text.matches("\\d{1,3}(\\.\\d{1,4})?"))
            throw new Refused("rate", "A number of percent a year, such as 8");
        return Optional.of(new BigDecimal(text));
    }

    private static CaseCost cost(Row row) {
        return new CaseCost(
                row.name().strip(),
                Bearer.of(row.who()).orElse(Bearer.THEMSELVES),
                amount("costs", row),
                timing("costs", row),
                row.basis().strip());
    }

    private static CaseBenefit benefit(Row row) {
        return new CaseBenefit(
                row.name().strip(),
                row.who().strip(),
                amount("benefits", row),
                timing("benefits", row),
                whole("benefits", row.name(), row.certain().replace("%", "")),
                row.basis().strip());
    }

    private static Optional<Span> amount(String field, Row row) {
        Optional<BigDecimal> low = money(field, row.name(), row.from());
        Optional<BigDecimal> high = money(field, row.name(), row.to());
        if (low.isEmpty() && high.isEmpty()) return Optional.empty();
        BigDecimal from = low.or(() -> high).orElseThrow();
        BigDecimal to = high.orElse(from);
        if (from.compareTo(to) > 0)
            throw new Refused(
                    field, "Of \"%s\" the first amount is the lower one".formatted(row.name()));
        return Optional.of(new Span(from, to));
    }

    private static Optional<BigDecimal> money(String field, String of, String typed) {
        if (typed.isBlank()) return Optional.empty();
        Optional<BigDecimal> read = Amounts.read(typed).filter(all -> all.signum() >= 0);
        if (read.isEmpty())
            throw new Refused(
                    field,
                    "\"%s\" of \"%s\" is no amount of money".formatted(typed.strip(), of.strip()));
        return read;
    }

    private static Timing timing(String field, Row row) {
        boolean yearly = row.often().equals("yearly");
        return new Timing(yearly, whole(field, row.name(), row.year()).orElse(yearly ? 1 : 0));
    }

    private static Optional<Integer> whole(String field, String of, String typed) {
        String text = typed.strip();
        if (text.isEmpty()) return Optional.empty();
        if (!text.matches("\\d{1,3}"))
            throw new Refused(
                    field, "\"%s\" of \"%s\" is no whole number".formatted(text, of.strip()));
        return Optional.of(Integer.valueOf(text));
    }
}
