package app.rapport.negotiations.model;

import app.rapport.negotiations.model.PlanIssue.PlanOption;
import app.rapport.negotiations.model.Section.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What is not known yet, in words; never a score. */
public record Readiness(List<Missing> missing) {
    public Readiness {
        missing = List.copyOf(missing);
    }

    /**
     * @param tab the page where it is filled in; @param anchor its place there
     * @param bars whether the table does not open without it
     */
    public record Missing(String tab, String anchor, String words, boolean bars) {}

    /** What has to be there before the table opens. */
    public List<Missing> bars() {
        return missing.stream().filter(Missing::bars).toList();
    }

    public boolean mayOpen() {
        return bars().isEmpty();
    }

    /**
     * @param alone whether nobody else works in the workspace
     */
    public static Readiness of(Plan plan, boolean alone) {
        List<Missing> missing = new ArrayList<>();
        issues(plan, missing);
        limits(plan, alone, missing);
        lines(plan, missing);
        if (plan.planOn().isEmpty())
            missing.add(new Missing("", "when", "When the planning is done", false));
        return new Readiness(missing);
    }

    private static void issues(Plan plan, List<Missing> missing) {
        if (plan.issues().isEmpty())
            missing.add(
                    new Missing(
                            "issues",
                            "issues",
                            "What is negotiated: no issue is written down",
                            true));
        if (plan.allIssues().isEmpty())
            missing.add(new Missing("issues", "all", "Whether all issues are identified", true));
        named(plan, issue -> issue.swing().isEmpty())
                .ifPresent(names ->
                        missing.add(
                                new Missing(
                                        "issues",
                                        "issues",
                                        "How much it matters to us: " + names,
                                        false)));
        named(
                        plan,
                        issue ->
                                issue.options().stream()
                                        .map(PlanOption::score)
                                        .anyMatch(Optional::isEmpty))
                .ifPresent(names ->
                        missing.add(
                                new Missing(
                                        "worth",
                                        "options",
                                        "What its options are worth to us: " + names,
                                        false)));
        named(plan, issue -> issue.theirs().isEmpty())
                .ifPresent(names ->
                        missing.add(
                                new Missing(
                                        "issues",
                                        "issues",
                                        "How much it matters to them: " + names,
                                        false)));
        if (!plan.tradeOffs().isEmpty() && !TradeOffs.of(plan).misfits().isEmpty())
            missing.add(
                    new Missing(
                            "worth",
                            "trades",
                            "Which is right: an answer does not fit the weights",
                            false));
    }

    private static Optional<String> named(Plan plan, Predicate<PlanIssue> lacking) {
        String names =
                plan.issues().stream()
                        .filter(lacking)
                        .map(PlanIssue::name)
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    private static void limits(Plan plan, boolean alone, List<Missing> missing) {
        if (plan.best(Side.US).isEmpty())
            missing.add(
                    new Missing(
                            "limits",
                            "alternatives",
                            "Our best alternative, worked out in points",
                            true));
        if (plan.best(Side.THEM).isEmpty())
            missing.add(
                    new Missing(
                            "limits",
                            "alternatives",
                            "Their best alternative, worked out as you believe",
                            true));
        if (plan.walkAway().isEmpty())
            missing.add(new Missing("limits", "walk-away", "Where we walk away", true));
        if (isBelowBest(plan))
            missing.add(
                    new Missing(
                            "limits",
                            "walk-away",
                            "Why we would agree to less than our best alternative is worth",
                            false));
        if (Worth.of(plan).points(plan, plan.proposal()).isEmpty())
            missing.add(new Missing("limits", "proposal", "What we propose", false));
        Aim.State aim = plan.aim().state(alone);
        if (aim != Aim.State.KEPT)
            missing.add(new Missing("limits", "aim", aim.words().replaceFirst("\\.$", ""), false));
        if (!plan.price().isOpen())
            missing.add(
                    new Missing(
                            "limits",
                            "price",
                            plan.price().words().replaceFirst("\\.$", ""),
                            false));
    }

    public static boolean isBelowBest(Plan plan) {
        return plan.best(Side.US)
                .flatMap(Alternative::worth)
                .filter(worth ->
                        plan.walkAway()
                                .filter(points -> points.compareTo(worth.low()) < 0)
                                .isPresent())
                .isPresent();
    }

    private static void lines(Plan plan, List<Missing> missing) {
        ask(plan, missing, Section.NEED, Side.THEM, "What they must have");
        ask(plan, missing, Section.NEED, Side.US, "What we must have");
        ask(plan, missing, Section.CURRENCY, Side.US, "What is cheap for us and dear to them");
        ask(plan, missing, Section.CURRENCY, Side.THEM, "What is cheap for them and dear to us");
        ask(plan, missing, Section.DECIDER, Side.THEM, "Who decides on their side");
        ask(plan, missing, Section.PRESSURE, Side.THEM, "What presses them");
        ask(plan, missing, Section.PRESSURE, Side.US, "What presses us");
        ask(plan, missing, Section.OBJECTION, Side.THEM, "What they may object");
        ask(plan, missing, Section.STRENGTH, Side.RIVAL, "What speaks for the competition");
        for (Section section : List.of(Section.OBJECTION, Section.TACTIC))
            if (plan.lines(section).stream().anyMatch(line -> line.reply().isBlank()))
                missing.add(
                        new Missing(
                                "",
                                section.word(),
                                "Our answer to one of the "
                                        + section.title().toLowerCase(Locale.ROOT),
                                false));
    }

    private static void ask(
            Plan plan, List<Missing> missing, Section section, Side side, String words) {
        if (!plan.has(section, side)) missing.add(new Missing("", section.word(), words, false));
    }
}
