package app.rapport.negotiations.model;

import app.rapport.access.Refused;
import app.rapport.negotiations.model.PlanIssue.Kind;
import app.rapport.negotiations.model.PlanIssue.Scale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What an issue may become, typed in one cell: {@code none; gold; platinum}, or {@code 90 to 110
 * step 2.5 EUR}.
 */
public record Choices(Kind kind, Optional<Scale> scale, String unit, List<String> names) {
    private static final int MOST = 200;
    private static final String NUMBER = "(-?\\d{1,12}(?:\\.\\d{1,6})?)";
    private static final Pattern SPAN =
            Pattern.compile(
                    NUMBER
                            + "\\s*(?:to|-|–|\\.\\.)\\s*"
                            + NUMBER
                            + "(?:\\s*(?:step|by)\\s*"
                            + NUMBER
                            + ")?\\s*(\\p{L}[\\p{L} /%]*|%|€|\\$)?");

    /**
     * @throws Refused when it cannot be read
     */
    public static Choices read(String issue, String typed) {
        String text = typed.strip();
        Matcher span = SPAN.matcher(text);
        if (span.matches()) return number(issue, span);
        List<String> names =
                Arrays.stream(text.split(text.contains(";") ? ";" : ","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
        if (names.size() < 2)
            throw new Refused(
                    "issues",
                    "\""
                            + issue
                            + "\" needs two options at least, with semicolons between, or a span such as 90 to 110 step 5");
        if (names.stream().distinct().count() < names.size())
            throw new Refused("issues", "Two options of \"" + issue + "\" are called the same");
        if (names.size() > MOST)
            throw new Refused("issues", "\"" + issue + "\" has more than " + MOST + " options");
        boolean counted = names.stream().allMatch(name -> name.matches("-?\\d.*"));
        return new Choices(counted ? Kind.ORDERED : Kind.CHOICE, Optional.empty(), "", names);
    }

    private static Choices number(String issue, Matcher span) {
        BigDecimal from = Decimals.plain(new BigDecimal(span.group(1)));
        BigDecimal to = Decimals.plain(new BigDecimal(span.group(2)));
        BigDecimal step =
                span.group(3) == null
                        ? BigDecimal.ONE
                        : Decimals.plain(new BigDecimal(span.group(3)));
        if (step.signum() <= 0 || to.compareTo(from) <= 0)
            throw new Refused(
                    "issues",
                    "\"" + issue + "\" has to go up, by a step above 0: 90 to 110 step 5");
        if (to.subtract(from).divide(step, 0, RoundingMode.DOWN).compareTo(BigDecimal.valueOf(MOST))
                >= 0)
            throw new Refused(
                    "issues",
                    "\"" + issue + "\" has more than " + MOST + " steps; make them larger");
        Scale scale = new Scale(from, to, step);
        List<String> all = between(scale);
        return new Choices(
                Kind.NUMBER,
                Optional.of(scale),
                span.group(4) == null ? "" : span.group(4).strip(),
                List.of(all.getFirst(), all.getLast()));
    }

    static List<String> between(Scale scale) {
        int steps =
                scale.to()
                        .subtract(scale.from())
                        .divide(scale.step(), 0, RoundingMode.DOWN)
                        .intValueExact();
        return IntStream.rangeClosed(0, steps)
                .mapToObj(i -> scale.from().add(scale.step().multiply(BigDecimal.valueOf(i))))
                .map(value -> value.stripTrailingZeros().toPlainString())
                .toList();
    }

    /** The cell again. */
    public static String text(PlanIssue issue) {
        return issue.scale()
                .map(scale ->
                        plain(scale.from())
                                + " to "
                                + plain(scale.to())
                                + " step "
                                + plain(scale.step())
                                + (issue.unit().isEmpty() ? "" : " " + issue.unit()))
                .orElseGet(() -> String.join("; ", issue.choices()));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
