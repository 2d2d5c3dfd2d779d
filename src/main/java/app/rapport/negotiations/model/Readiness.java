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
     * @param tab the page where it is filled in
     * @param anchor its place there
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
        Gathered found = new Gathered(new ArrayList<>());
        issues(plan, found);
        alternatives(plan, found);
        aims(plan, alone, found);
        lines(plan, found);
        found.gap(plan.planOn().isEmpty(), "", "when", "When the planning is done");
        return new Readiness(found.missing());
    }

    /** What is missing, as it is found. */
    private record Gathered(List<Missing> missing) {
        /** Without this the table does not open. */
        void bar(boolean lacking, String tab, String anchor, String words) {
            if (lacking) missing.add(new Missing(tab, anchor, words, true));
        }

        void gap(boolean lacking, String tab, String anchor, String words) {
            if (lacking) missing.add(new Missing(tab, anchor, words, false));
        }

        /** Of issues by their names; nothing where there is none. */
        void gap(String names, String tab, String anchor, String words) {
            gap(!names.isEmpty(), tab, anchor, words + ": " + names);
        }
    }

    private static void issues(Plan plan, Gathered found) {
        found.bar(
                plan.issues().isEmpty(),
                "issues",
                "issues",
                "What is negotiated: no issue is written down");
        found.bar(plan.allIssues().isEmpty(), "issues", "all", "Whether all issues are identified");
        found.gap(
                named(plan, issue -> issue.swing().isEmpty()),
                "issues",
                "issues",
                "How much it matters to us");
        found.gap(
                named(plan, Readiness::isUnscored),
                "worth",
                "options",
                "What its options are worth to us");
        found.gap(
                named(plan, issue -> issue.theirs().isEmpty()),
                "issues",
                "issues",
                "How much it matters to them");
        found.gap(
                !plan.tradeOffs().isEmpty() && !TradeOffs.of(plan).misfits().isEmpty(),
                "worth",
                "trades",
                "Which is right: an answer does not fit the weights");
    }

    private static boolean isUnscored(PlanIssue issue) {
        return issue.options().stream().map(PlanOption::score).anyMatch(Optional::isEmpty);
    }

    private static String named(Plan plan, Predicate<PlanIssue> lacking) {
        return plan.issues().stream()
                .filter(lacking)
                .map(PlanIssue::name)
                .collect(Collectors.joining(", "));
    }

    private static void alternatives(Plan plan, Gathered found) {
        found.bar(
                plan.best(Side.US).isEmpty(),
                "limits",
                "alternatives",
                "Our best alternative, worked out in points");
        found.bar(
                plan.best(Side.THEM).isEmpty(),
                "limits",
                "alternatives",
                "Their best alternative, worked out as you believe");
        found.bar(plan.walkAway().isEmpty(), "limits", "walk-away", "Where we walk away");
        found.gap(
                isBelowBest(plan),
                "limits",
                "walk-away",
                "Why we would agree to less than our best alternative is worth");
    }

    private static void aims(Plan plan, boolean alone, Gathered found) {
        found.gap(
                Worth.of(plan).points(plan, plan.proposal()).isEmpty(),
                "limits",
                "proposal",
                "What we propose");
        Aim.State aim = plan.aim().state(alone);
        found.gap(aim != Aim.State.KEPT, "limits", "aim", bare(aim.words()));
        found.gap(!plan.price().isOpen(), "limits", "price", bare(plan.price().words()));
    }

    private static String bare(String sentence) {
        return sentence.replaceFirst("\\.$", "");
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

    private static void lines(Plan plan, Gathered found) {
        ask(plan, found, Section.NEED, Side.THEM, "What they must have");
        ask(plan, found, Section.NEED, Side.US, "What we must have");
        ask(plan, found, Section.CURRENCY, Side.US, "What is cheap for us and dear to them");
        ask(plan, found, Section.CURRENCY, Side.THEM, "What is cheap for them and dear to us");
        ask(plan, found, Section.DECIDER, Side.THEM, "Who decides on their side");
        ask(plan, found, Section.PRESSURE, Side.THEM, "What presses them");
        ask(plan, found, Section.PRESSURE, Side.US, "What presses us");
        ask(plan, found, Section.OBJECTION, Side.THEM, "What they may object");
        ask(plan, found, Section.STRENGTH, Side.RIVAL, "What speaks for the competition");
        for (Section section : List.of(Section.OBJECTION, Section.TACTIC))
            found.gap(
                    plan.lines(section).stream().anyMatch(line -> line.reply().isBlank()),
                    "",
                    section.word(),
                    "Our answer to one of the " + section.title().toLowerCase(Locale.ROOT));
    }

    private static void ask(Plan plan, Gathered found, Section section, Side side, String words) {
        found.gap(!plan.has(section, side), "", section.word(), words);
    }
}
