package app.rapport.negotiations.model;

import app.rapport.negotiations.model.PlanIssue.PlanOption;
import app.rapport.negotiations.model.PlanIssue.Range;
import app.rapport.negotiations.model.PriceGate.Tick;
import app.rapport.negotiations.model.Section.Side;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A part of a plan that is saved by itself. Two members may write the same one at once: by what it
 * said when it was read the second one is told, instead of writing over the first.
 *
 * @param title what its sheet is called
 * @param says all that it says, in words
 * @param beside of two plans the second, with what only the first has in this part
 */
public record PlanPart(
        String title, Function<Plan, List<String>> says, BinaryOperator<Plan> beside) {
    public static final PlanPart ISSUES =
            new PlanPart("Issues", plan -> plan.issues().stream().map(PlanPart::words).toList());
    public static final PlanPart WORTH =
            new PlanPart(
                    "What options are worth",
                    plan -> plan.issues().stream().flatMap(PlanPart::scores).toList());
    public static final PlanPart ALTERNATIVES =
            new PlanPart(
                    "Without an agreement",
                    plan -> plan.alternatives().stream().map(PlanPart::words).toList(),
                    (standing, typed) ->
                            typed.withAlternatives(
                                    both(
                                            standing.alternatives(),
                                            typed.alternatives(),
                                            Alternative::id)));
    public static final PlanPart WALK_AWAY =
            new PlanPart(
                    "Where we walk away",
                    plan ->
                            said(
                                    plan.walkAway().map(points -> number(points) + " points"),
                                    Optional.of(plan.walkAwayWords())));
    public static final PlanPart PROPOSAL =
            new PlanPart(
                    "What we propose",
                    plan ->
                            plan.issues().stream()
                                    .filter(issue -> plan.proposal().containsKey(issue.id()))
                                    .map(issue ->
                                            issue.name() + " " + plan.proposal().get(issue.id()))
                                    .toList());
    public static final PlanPart AIM =
            new PlanPart(
                    "What we aim at",
                    plan ->
                            said(
                                    plan.aim().lift().map(lift -> number(lift) + " % above"),
                                    Optional.of(plan.aim().defence())));
    public static final PlanPart PRICE =
            new PlanPart(
                    "The price waits",
                    plan ->
                            Stream.concat(
                                            Arrays.stream(Tick.values())
                                                    .filter(plan.price().ticks()::containsKey)
                                                    .map(tick ->
                                                            tick.title()
                                                                    + ": "
                                                                    + plan.price()
                                                                            .ticks()
                                                                            .get(tick)),
                                            Stream.of(plan.price().override()))
                                    .filter(words -> !words.isEmpty())
                                    .toList());
    public static final PlanPart HEAD =
            new PlanPart(
                    "Title and date",
                    plan -> said(Optional.of(plan.title()), plan.planOn().map(Object::toString)));

    private PlanPart(String title, Function<Plan, List<String>> says) {
        this(title, says, (_, typed) -> typed);
    }

    /** All parts there are: those of the limits, the sheets, and each section's lines. */
    public static List<PlanPart> all() {
        return Stream.concat(
                        Stream.of(
                                ISSUES, WORTH, ALTERNATIVES, WALK_AWAY, PROPOSAL, AIM, PRICE, HEAD),
                        Arrays.stream(Section.values()).map(PlanPart::lines))
                .toList();
    }

    /** The titles of those that say something else in another plan. */
    public static List<String> changed(Plan before, Plan after) {
        return all().stream()
                .filter(part -> !part.words(before).equals(part.words(after)))
                .map(PlanPart::title)
                .toList();
    }

    /** The lines of one section. */
    public static PlanPart lines(Section section) {
        return new PlanPart(
                section.title(),
                plan -> plan.lines(section).stream().map(PlanPart::words).toList(),
                (standing, typed) ->
                        typed.withLines(
                                section,
                                both(standing.lines(section), typed.lines(section), PlanLine::id)));
    }

    public List<String> words(Plan plan) {
        return says.apply(plan);
    }

    /** The same for two plans exactly when this part says the same in both. */
    public String mark(Plan plan) {
        return UUID.nameUUIDFromBytes(
                        String.join("\n", words(plan)).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** These, and of the others those that they do not have. */
    private static <T> List<T> both(List<T> others, List<T> these, Function<T, UUID> id) {
        List<UUID> known = these.stream().map(id).toList();
        return Stream.concat(
                        these.stream(),
                        others.stream().filter(one -> !known.contains(id.apply(one))))
                .toList();
    }

    @SafeVarargs
    private static List<String> said(Optional<String>... words) {
        return Arrays.stream(words)
                .flatMap(Optional::stream)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static String words(PlanIssue issue) {
        return issue.name()
                + ": "
                + Choices.text(issue)
                + issue.swing().map(swing -> ", matters " + number(swing) + " to us").orElse("")
                + issue.theirs().map(range -> ", " + words(range) + " to them").orElse("")
                + (issue.price() ? ", the price" : "");
    }

    private static Stream<String> scores(PlanIssue issue) {
        return issue.options().stream()
                .filter(option -> option.score().isPresent() || option.theirs().isPresent())
                .map(option -> issue.name() + " " + words(option));
    }

    private static String words(PlanOption option) {
        return option.name()
                + ":"
                + option.score().map(score -> " " + number(score) + " to us").orElse("")
                + option.theirs().map(range -> " " + words(range) + " to them").orElse("");
    }

    private static String words(PlanLine line) {
        String who = line.side().label() + (line.party().isEmpty() ? "" : ", " + line.party());
        String text =
                Stream.of(line.words(), line.reply(), line.more())
                        .filter(words -> !words.isEmpty())
                        .reduce((a, b) -> a + "; " + b)
                        .orElse("");
        return who
                + ": "
                + text
                + line.cost().map(cost -> ", costs " + cost).orElse("")
                + line.dear().map(dear -> ", worth " + dear).orElse("");
    }

    private static String words(Alternative one) {
        return (one.side() == Side.US ? "Ours: " : "Theirs: ")
                + one.name()
                + (one.workings().isEmpty() ? "" : "; " + one.workings())
                + one.worth().map(range -> ", " + words(range) + " points").orElse("");
    }

    private static String words(Range range) {
        return range.low().compareTo(range.high()) == 0
                ? number(range.low())
                : number(range.low()) + " to " + number(range.high());
    }

    private static String number(BigDecimal number) {
        return Decimals.plain(number).toPlainString();
    }
}
