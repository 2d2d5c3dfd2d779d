package app.rapport.negotiations;

import app.rapport.access.Refused;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Uuid7;
import app.rapport.negotiations.model.Aim;
import app.rapport.negotiations.model.Choices;
import app.rapport.negotiations.model.Decimals;
import app.rapport.negotiations.model.Plan;
import app.rapport.negotiations.model.PlanIssue;
import app.rapport.negotiations.model.PlanIssue.PlanOption;
import app.rapport.negotiations.model.PlanIssue.Range;
import app.rapport.negotiations.model.PlanLine;
import app.rapport.negotiations.model.Section;
import app.rapport.negotiations.model.Section.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What is typed into the sheets of a plan, as issues; what keeps its name keeps its id and worth.
 */
public final class PlanEdits {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST_ISSUES = 40;

    /** As many rows as one sheet sends. */
    private static final int MOST_OPTIONS = 200;

    /** Of eight cells each: a form holds no more than a thousand. */
    private static final int MOST_LINES = 100;

    private static final int LONGEST = 2_000;

    private PlanEdits() {}

    /**
     * A row of the sheet of issues, as it was typed.
     *
     * @param id empty for a new one
     * @param options such as {@code none; gold} or {@code 90 to 110 step 5}
     */
    public record IssueRow(
            String id,
            String name,
            String options,
            String swing,
            String theirLow,
            String theirHigh,
            boolean price) {
        public boolean isBlank() {
            return (name + options).isBlank();
        }
    }

    /**
     * @throws Refused when something cannot be read
     */
    public static List<PlanIssue> issues(List<PlanIssue> standing, List<IssueRow> typed) {
        Map<String, PlanIssue> known = new HashMap<>();
        standing.forEach(issue -> known.put(issue.id().toString(), issue));
        List<IssueRow> filled = typed.stream().filter(row -> !row.isBlank()).toList();
        if (filled.size() > MOST_ISSUES)
            throw new Refused("issues", "At most " + MOST_ISSUES + " issues");
        Set<String> names = new HashSet<>();
        for (IssueRow row : filled)
            if (!names.add(row.name().strip()))
                throw new Refused("issues", "Two issues are called \"" + row.name().strip() + "\"");
        List<PlanIssue> issues =
                filled.stream()
                        .map(row -> issue(Optional.ofNullable(known.get(row.id())), row))
                        .toList();
        checkOptions(issues);
        return issues;
    }

    /**
     * @throws Refused for more options than the sheet of what they are worth holds
     */
    public static void checkOptions(List<PlanIssue> issues) {
        int options = issues.stream().mapToInt(issue -> issue.options().size()).sum();
        if (options > MOST_OPTIONS)
            throw new Refused(
                    "issues",
                    "All issues together have %d options, and at most %d fit: give some as a span, such as 90 to 110 step 5"
                            .formatted(options, MOST_OPTIONS));
    }

    private static PlanIssue issue(Optional<PlanIssue> standing, IssueRow row) {
        String name = row.name().strip();
        if (name.isEmpty())
            throw new Refused(
                    "issues", "Give the issue with \"" + row.options().strip() + "\" a name");
        if (name.length() > 100) throw new Refused("issues", "At most 100 letters in a name");
        Choices choices = Choices.read(name, row.options());
        Map<String, PlanOption> known = new HashMap<>();
        standing.ifPresent(issue -> issue.options().forEach(one -> known.put(one.name(), one)));
        return new PlanIssue(
                standing.map(PlanIssue::id).orElseGet(Uuid7::next),
                name,
                choices.kind(),
                row.price(),
                choices.unit(),
                choices.scale(),
                points(name, row.swing()),
                range(name, row.theirLow(), row.theirHigh()),
                choices.names().stream()
                        .map(option ->
                                Optional.ofNullable(known.get(option))
                                        .orElseGet(() ->
                                                new PlanOption(
                                                        Uuid7.next(),
                                                        option,
                                                        Optional.empty(),
                                                        Optional.empty())))
                        .toList());
    }

    /**
     * A number from 0 to 100; empty where nothing was typed.
     *
     * @throws Refused when it is none
     */
    public static Optional<BigDecimal> points(String of, String typed) {
        String text = typed.strip().replace(',', '.');
        if (text.isEmpty()) return Optional.empty();
        if (!text.matches("\\d{1,3}(\\.\\d{1,4})?"))
            throw new Refused("points", "\"" + of + "\" needs numbers from 0 to 100");
        BigDecimal points = new BigDecimal(text).setScale(2, RoundingMode.HALF_UP);
        if (points.compareTo(HUNDRED) > 0)
            throw new Refused("points", "\"" + of + "\" needs numbers from 0 to 100");
        return Optional.of(Decimals.plain(points));
    }

    /**
     * What lies between two numbers; one alone is known exactly.
     *
     * @throws Refused when the second is below the first
     */
    public static Optional<Range> range(String of, String low, String high) {
        Optional<BigDecimal> from = points(of, low.isBlank() ? high : low);
        Optional<BigDecimal> to = points(of, high.isBlank() ? low : high);
        if (from.isEmpty() || to.isEmpty()) return Optional.empty();
        if (from.get().compareTo(to.get()) > 0)
            throw new Refused("points", "Of \"" + of + "\" the first number is the lower one");
        return Optional.of(new Range(from.get(), to.get()));
    }

    /**
     * A line of a plan as it was typed.
     *
     * @param cost of a currency, 1 to 5; anything else is not known
     */
    public record LineRow(
            UUID id,
            String side,
            String party,
            String words,
            String reply,
            String more,
            String cost,
            String dear) {}

    /**
     * The lines of a section; those without words are left out.
     *
     * @throws Refused for more than a sheet holds
     */
    public static List<PlanLine> lines(Section section, List<LineRow> typed) {
        if (typed.stream().filter(row -> !row.words().isBlank()).count() > MOST_LINES)
            throw new Refused(
                    "lines", "At most " + MOST_LINES + " lines of \"" + section.title() + "\"");
        return typed.stream()
                .filter(row -> !row.words().isBlank())
                .map(row -> line(section, row))
                .toList();
    }

    private static PlanLine line(Section section, LineRow row) {
        return new PlanLine(
                row.id(),
                section,
                Side.of(row.side())
                        .filter(section.sides()::contains)
                        .orElse(section.sides().getFirst()),
                shortened(row.party()),
                shortened(row.words()),
                shortened(row.reply()),
                shortened(row.more()),
                fifth(row.cost()),
                fifth(row.dear()));
    }

    private static String shortened(String text) {
        String stripped = text.strip();
        return stripped.length() <= LONGEST ? stripped : stripped.substring(0, LONGEST);
    }

    private static Optional<Integer> fifth(String text) {
        return text.matches("[1-5]") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /** An aim as it was typed: another one, or another defence, has to be heard anew. */
    public static Aim aimed(Aim before, String lift, String defence, MemberId by, Instant at) {
        Optional<BigDecimal> percent = points("Aim", lift);
        if (before.lift().equals(percent) && before.defence().equals(defence)) return before;
        return new Aim(
                percent,
                defence,
                defence.isEmpty() ? Optional.empty() : Optional.of(new Aim.Deed(by, at)),
                Optional.empty());
    }

    /**
     * A choice for each issue that has one among these, by the issue's id.
     *
     * @throws Refused when an issue cannot become that
     */
    public static Map<UUID, String> choices(Plan plan, Map<String, String> typed) {
        Map<UUID, String> choices = new LinkedHashMap<>();
        for (PlanIssue issue : plan.issues()) {
            String choice = typed.getOrDefault(issue.id().toString(), "");
            if (choice.isEmpty()) continue;
            if (!issue.choices().contains(choice))
                throw new Refused(
                        "proposal", "\"" + issue.name() + "\" cannot become \"" + choice + "\"");
            choices.put(issue.id(), choice);
        }
        return choices;
    }

    /** These issues with other swings; what is not named stays. */
    public static List<PlanIssue> swung(List<PlanIssue> issues, Map<UUID, BigDecimal> swings) {
        return issues.stream()
                .map(issue ->
                        issue.with(
                                Optional.ofNullable(swings.get(issue.id())).or(issue::swing),
                                issue.theirs(),
                                issue.options()))
                .toList();
    }
}
