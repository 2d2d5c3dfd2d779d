package app.rapport.calls.web;

import app.rapport.calls.model.BusinessCase;
import app.rapport.calls.model.CaseBenefit;
import app.rapport.calls.model.CaseCost;
import app.rapport.calls.model.CaseCost.Bearer;
import app.rapport.calls.model.CaseFigures;
import app.rapport.calls.model.CaseFigures.Reading;
import app.rapport.calls.model.CaseLine;
import app.rapport.calls.model.Sensitivity;
import app.rapport.calls.model.Span;
import app.rapport.calls.model.Timing;
import app.rapport.deals.model.Amounts;
import app.rapport.ui.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A business case in words and figures, as its writer and its readers see it. */
public record CaseView(BusinessCase content, CaseFigures figures, TornadoView tornado) {

    static CaseView of(BusinessCase content) {
        CaseFigures figures = CaseFigures.of(content);
        Sensitivity sensitivity = Sensitivity.of(content, figures);
        return new CaseView(
                content, figures, TornadoView.of(sensitivity, value -> money(value, content)));
    }

    /**
     * One figure: word, value, range, reason.
     *
     * @param value empty while it is not known; then {@code note} says what is missing
     */
    public record Figure(String name, String value, String range, String note) {}

    /** A year of the expected reading. */
    public record Year(String name, String cost, String benefit, String net, String running) {}

    private static String money(double amount, BusinessCase of) {
        return bare(amount) + (of.currency().isEmpty() ? "" : " " + of.currency());
    }

    private String money(double amount) {
        return money(amount, content);
    }

    public String years() {
        return Numbers.of(content.years(), "year", "years");
    }

    /** Without the currency, for tables that name it once. */
    private static String bare(double amount) {
        return Amounts.words(BigDecimal.valueOf(amount).setScale(0, RoundingMode.HALF_UP), "")
                .replace('-', '−');
    }

    public List<Figure> all() {
        List<Figure> all = new ArrayList<>(List.of(cost(), benefit()));
        if (!figures.told()) {
            all.add(
                    new Figure(
                            "Whether it pays",
                            "",
                            "",
                            "it takes the amount of a cost, and of a benefit how certain it is."));
            return all;
        }
        all.addAll(List.of(payback(), roi(), npv(), irr()));
        return all;
    }

    private Figure cost() {
        double expected = figures.expected().costs().total();
        if (expected == 0)
            return new Figure("The real cost over " + years(), "", "", "no cost has an amount.");
        int missing = figures.costsNotKnown().size();
        return new Figure(
                "The real cost over " + years(),
                (missing > 0 ? "at least " : "") + money(expected),
                range(
                        figures.hopeful().costs().total(),
                        figures.careful().costs().total(),
                        this::money),
                costParts());
    }

    /** "40,000 once and 44,000 running; of all, 50,000 is paid to us and 34,000 their own". */
    private String costParts() {
        String when =
                Stream.of(
                                part(line -> !line.timing().yearly(), " once"),
                                part(line -> line.timing().yearly(), " running"))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", "));
        String whose =
                Stream.of(Bearer.values())
                        .flatMap(bearer ->
                                part(
                                        line -> line.bearer() == bearer,
                                        " " + bearer.label().toLowerCase(Locale.ROOT))
                                        .stream())
                        .collect(Collectors.joining(", "));
        return when + ". Of all of it " + whose + ".";
    }

    private Optional<String> part(Predicate<CaseCost> which, String words) {
        double sum =
                content.costs().stream()
                        .filter(which)
                        .mapToDouble(line -> total(line, line.amount()))
                        .sum();
        return sum == 0 ? Optional.empty() : Optional.of(bare(sum) + words);
    }

    private double total(CaseLine line, Optional<Span> amount) {
        return line.timing().of(amount.map(Span::middle).orElse(0.0), content.years()).total();
    }

    private Figure benefit() {
        String name = "What it brings in that time";
        double expected = figures.expected().benefits().total();
        if (expected == 0)
            return new Figure(name, "", "", "no benefit has an amount and a certainty.");
        return new Figure(
                name,
                money(expected),
                range(
                        figures.careful().benefits().total(),
                        figures.hopeful().benefits().total(),
                        this::money),
                bare(figures.careful().benefits().total())
                        + " is almost certain, "
                        + bare(figures.hopeful().benefits().total())
                        + " if all of it comes.");
    }

    private Figure payback() {
        return new Figure(
                "Paid back",
                ago(figures.expected().payback()),
                "hopeful: %s, careful: %s"
                        .formatted(
                                ago(figures.hopeful().payback()), ago(figures.careful().payback())),
                "");
    }

    private String ago(OptionalDouble years) {
        if (years.isEmpty()) return "not within " + years();
        double all = years.getAsDouble();
        if (all == 0) return "at once";
        long months = Math.max(1, Math.round(all * 12));
        return months < 24
                ? "after " + Numbers.of(months, "month", "months")
                : String.format(Locale.UK, "after %.1f years", all);
    }

    private Figure roi() {
        return new Figure(
                "Return on investment",
                figures.expected().roi().isPresent()
                        ? percent(figures.expected().roi().getAsDouble())
                        : "",
                range(figures.careful().roi(), figures.hopeful().roi(), CaseView::percent),
                "benefits less costs, for each unit of cost, over " + years() + ".");
    }

    private Figure npv() {
        String name =
                content.rate()
                        .map(rate -> "Net present value at " + plain(rate) + " % a year")
                        .orElse("Net present value");
        if (content.rate().isEmpty())
            return new Figure(name, "", "", "ask what their money earns elsewhere, in percent.");
        return new Figure(
                name,
                money(figures.expected().npv().orElseThrow()),
                range(figures.careful().npv(), figures.hopeful().npv(), this::money),
                "what all of it is worth today.");
    }

    private Figure irr() {
        OptionalDouble rate = figures.expected().irr();
        if (rate.isEmpty())
            return new Figure(
                    "Internal rate of return",
                    "not defined",
                    "",
                    "money does not first go and then come, so there is no single such rate.");
        return new Figure(
                "Internal rate of return",
                percent(rate.getAsDouble()) + " a year",
                range(figures.careful().irr(), figures.hopeful().irr(), CaseView::percent),
                "what the money would have to earn elsewhere to bring the same.");
    }

    private static String range(double from, double to, Function<Double, String> words) {
        return from == to ? "" : words.apply(from) + " to " + words.apply(to);
    }

    private static String range(
            OptionalDouble careful, OptionalDouble hopeful, Function<Double, String> words) {
        if (careful.isEmpty() || hopeful.isEmpty()) return "";
        return range(careful.getAsDouble(), hopeful.getAsDouble(), words);
    }

    private static String percent(double share) {
        return String.format(Locale.UK, "%,.0f %%", share * 100);
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** What has to come for it to be no loss, in one sentence; empty while nothing is told. */
    public String breakEven() {
        OptionalDouble share = figures.expected().breakEven();
        if (!figures.told() || share.isEmpty()) return "";
        return share.getAsDouble() <= 1
                ? "Nothing is lost as long as %s of the expected benefits come."
                        .formatted(percent(share.getAsDouble()))
                : "The expected benefits do not pay for it: it would take %s of them."
                        .formatted(percent(share.getAsDouble()));
    }

    public List<Year> byYear() {
        Reading expected = figures.expected();
        return IntStream.rangeClosed(0, content.years())
                .mapToObj(at ->
                        new Year(
                                at == 0 ? "At the start" : "Year " + at,
                                bare(expected.costs().at(at)),
                                bare(expected.benefits().at(at)),
                                bare(expected.net().at(at)),
                                bare(expected.net().until(at))))
                .toList();
    }

    public static String amount(CaseLine line) {
        return line.amount()
                .map(all ->
                        all.low().compareTo(all.high()) == 0
                                ? Amounts.words(all.low(), "")
                                : Amounts.words(all.low(), "")
                                        + " to "
                                        + Amounts.words(all.high(), ""))
                .orElse("");
    }

    public static String when(CaseLine line) {
        Timing timing = line.timing();
        if (timing.yearly())
            return timing.year() == 1 ? "each year" : "each year from year " + timing.year();
        return timing.year() == 0 ? "once, at the start" : "once, in year " + timing.year();
    }

    public static String certain(CaseBenefit line) {
        return line.certainty()
                .map(percent -> percent + " %, " + CaseBenefit.word(percent))
                .orElse("");
    }

    /** What is in no sum, by name. */
    public String notKnown() {
        return figures.notKnown().map(CaseLine::name).collect(Collectors.joining(", "));
    }
}
