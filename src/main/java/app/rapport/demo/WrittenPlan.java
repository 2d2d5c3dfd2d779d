package app.rapport.demo;

import app.rapport.demo.model.Deed;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.PlanEdits;
import app.rapport.negotiations.PlanEdits.IssueRow;
import app.rapport.negotiations.model.Aim;
import app.rapport.negotiations.model.Alternative;
import app.rapport.negotiations.model.Plan;
import app.rapport.negotiations.model.PlanIssue;
import app.rapport.negotiations.model.PlanIssue.PlanOption;
import app.rapport.negotiations.model.PlanIssue.Range;
import app.rapport.negotiations.model.PlanLine;
import app.rapport.negotiations.model.PriceGate;
import app.rapport.negotiations.model.Section;
import app.rapport.negotiations.model.Section.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the sellers of the play write into the plan of a negotiation. */
final class WrittenPlan {
    private WrittenPlan() {}

    static Plan on(Plan plan, Viewer viewer, Deed.Planned deed) {
        List<PlanIssue> issues = scored(PlanEdits.issues(List.of(), ISSUES));
        return plan.titled(
                        plan.title(),
                        Optional.of(deed.on().atTime(16, 0).atZone(viewer.zone()).toInstant()))
                .withIssues(issues)
                .withLines(lines())
                .withAlternatives(alternatives())
                .leavingAt(
                        Optional.of(BigDecimal.valueOf(45)),
                        "Below that the hours of service cost us more than the cartridges bring")
                .proposing(proposal(issues))
                .aimingAt(
                        new Aim(
                                Optional.of(BigDecimal.valueOf(8)),
                                "Their trial saved them a thousand a week; three percent are four weeks of it",
                                Optional.of(new Aim.Deed(viewer.member(), deed.done().at())),
                                Optional.empty()))
                .withPrice(new PriceGate(ticks(deed.opened()), ""))
                .allIssuesSaid(Optional.of(deed.done().at()));
    }

    private static Map<PriceGate.Tick, String> ticks(boolean all) {
        Map<PriceGate.Tick, String> ticks = new EnumMap<>(PriceGate.Tick.class);
        ticks.put(PriceGate.Tick.VALUE, "A change costs them about a thousand, by their own sheet");
        ticks.put(PriceGate.Tick.NEEDS, "Agreed in the talk about the trial");
        if (all) ticks.put(PriceGate.Tick.CRITERIA, "Changes in a month, and who comes at night");
        return ticks;
    }

    private static final List<IssueRow> ISSUES =
            List.of(
                    new IssueRow(
                            "",
                            "Price of a cartridge",
                            "88 to 100 step 2 EUR",
                            "100",
                            "60",
                            "90",
                            true),
                    new IssueRow("", "Term", "1 year; 2 years; 3 years", "70", "20", "40", false),
                    new IssueRow("", "Days to pay", "30; 60; 90", "40", "50", "80", false),
                    new IssueRow(
                            "",
                            "Hours of service",
                            "none; office hours; day and night",
                            "55",
                            "40",
                            "70",
                            false),
                    new IssueRow("", "Days to delivery", "5; 9; 15", "30", "30", "50", false));

    /** What is best for us last, for them first. */
    private static List<PlanIssue> scored(List<PlanIssue> issues) {
        return issues.stream()
                .map(issue -> issue.with(issue.swing(), issue.theirs(), scored(issue)))
                .toList();
    }

    private static List<PlanOption> scored(PlanIssue issue) {
        boolean firstIsOurs = List.of("Days to pay", "Hours of service").contains(issue.name());
        boolean theirsToo = issue.name().equals("Term");
        List<PlanOption> scored = new ArrayList<>();
        int last = issue.options().size() - 1;
        for (int i = 0; i <= last; i++) {
            PlanOption option = issue.options().get(i);
            int up = Math.round(100f * i / last);
            int ours = firstIsOurs ? 100 - up : up;
            int theirs = theirsToo ? Math.max(20, ours) : 100 - ours;
            scored.add(
                    new PlanOption(
                            option.id(),
                            option.name(),
                            Optional.of(BigDecimal.valueOf(ours)),
                            Optional.of(
                                    new Range(
                                            BigDecimal.valueOf(Math.max(0, theirs - 10)),
                                            BigDecimal.valueOf(Math.min(100, theirs + 10))))));
        }
        return scored;
    }

    private static Map<UUID, String> proposal(List<PlanIssue> issues) {
        Map<String, String> said =
                Map.of(
                        "Price of a cartridge", "96",
                        "Term", "2 years",
                        "Days to pay", "60",
                        "Hours of service", "office hours",
                        "Days to delivery", "9");
        Map<UUID, String> proposal = new HashMap<>();
        issues.forEach(issue -> proposal.put(issue.id(), said.get(issue.name())));
        return proposal;
    }

    private static List<Alternative> alternatives() {
        return List.of(
                new Alternative(
                        Uuid7.next(),
                        Side.US,
                        "Fill the crew with the orders that wait",
                        "Six weeks of work at a fifth less",
                        Optional.of(new Range(BigDecimal.valueOf(38), BigDecimal.valueOf(44)))),
                new Alternative(
                        Uuid7.next(),
                        Side.THEM,
                        "The other offer, delivery in five days",
                        "A tenth cheaper, but twice the changes",
                        Optional.of(new Range(BigDecimal.valueOf(35), BigDecimal.valueOf(50)))));
    }

    private static List<PlanLine> lines() {
        return List.of(
                line(Section.NEED, Side.US, "A term that covers the cost of the housings", "", ""),
                line(Section.NEED, Side.THEM, "No stops in the night shift", "", ""),
                line(Section.WANT, Side.THEM, "Ninety days to pay", "", ""),
                line(Section.WANT, Side.RIVAL, "A first order in this group", "", ""),
                line(Section.OPTION, Side.US, "No agreement, and a call in six months", "", ""),
                line(
                        Section.OBJECTION,
                        Side.THEM,
                        "The other offer is a tenth cheaper",
                        "Count the changes, not the cartridges",
                        ""),
                line(
                        Section.TACTIC,
                        Side.THEM,
                        "Leaves finance out of the room, and asks once more",
                        "Ask who else has to agree before the price is named",
                        ""),
                line(
                        Section.OBSTACLE,
                        Side.US,
                        "The crew is booked until the end of the month",
                        "Ask for two days in the week after",
                        ""),
                line(Section.STRENGTH, Side.US, "The trial, in their own figures", "", ""),
                line(Section.WEAKNESS, Side.US, "Nine days to delivery against five", "", ""),
                line(
                        Section.PRESSURE,
                        Side.THEM,
                        "Their new line starts in the autumn",
                        "Said in the mail of last week",
                        "Time"),
                line(
                        Section.DECIDER,
                        Side.THEM,
                        "The managing director",
                        "Cost of a change",
                        "Decides"),
                line(Section.DECIDER, Side.US, "Head of sales", "The term", "Must be asked"),
                line(
                        Section.FACT,
                        Side.THEM,
                        "A change costs half an hour and about a thousand",
                        "Their maintenance sheet",
                        ""),
                currency("A spare housing kept for them", Side.US, 1, 4),
                currency("Their plan a month ahead", Side.THEM, 1, 5));
    }

    private static PlanLine line(
            Section section, Side side, String words, String reply, String more) {
        return new PlanLine(
                Uuid7.next(),
                section,
                side,
                "",
                words,
                reply,
                more,
                Optional.empty(),
                Optional.empty());
    }

    private static PlanLine currency(String words, Side side, int cost, int dear) {
        return new PlanLine(
                Uuid7.next(),
                Section.CURRENCY,
                side,
                "",
                words,
                "",
                "",
                Optional.of(cost),
                Optional.of(dear));
    }
}
