package app.rapport.negotiations.model;

import app.rapport.negotiations.model.PlanIssue.PlanOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A plan that begins with an earlier one: its issues, worth, lines and alternatives. What was
 * agreed, aimed at, asked and scheduled then is to be thought of anew.
 */
public final class PlanCopy {
    private PlanCopy() {}

    public static Plan of(Plan earlier, String title, Supplier<UUID> ids) {
        Map<UUID, UUID> issues = new HashMap<>();
        earlier.issues().forEach(issue -> issues.put(issue.id(), ids.get()));
        Map<UUID, String> proposal = new LinkedHashMap<>();
        earlier.proposal()
                .forEach((issue, choice) -> {
                    UUID now = issues.get(issue);
                    if (now != null) proposal.put(now, choice);
                });
        return new Plan(
                title,
                Optional.empty(),
                earlier.issues().stream()
                        .map(issue ->
                                issue(issue, issues.getOrDefault(issue.id(), issue.id()), ids))
                        .toList(),
                earlier.lines().stream().map(line -> line(line, ids.get())).toList(),
                earlier.alternatives().stream()
                        .map(one ->
                                new Alternative(
                                        ids.get(),
                                        one.side(),
                                        one.name(),
                                        one.workings(),
                                        one.worth()))
                        .toList(),
                Optional.empty(),
                "",
                proposal,
                Aim.NONE,
                new PriceGate(Map.of(), ""),
                List.of(),
                Optional.empty());
    }

    private static PlanIssue issue(PlanIssue issue, UUID id, Supplier<UUID> ids) {
        return new PlanIssue(
                id,
                issue.name(),
                issue.kind(),
                issue.price(),
                issue.unit(),
                issue.scale(),
                issue.swing(),
                issue.theirs(),
                issue.options().stream()
                        .map(option ->
                                new PlanOption(
                                        ids.get(), option.name(), option.score(), option.theirs()))
                        .toList());
    }

    private static PlanLine line(PlanLine line, UUID id) {
        return new PlanLine(
                id,
                line.section(),
                line.side(),
                line.party(),
                line.words(),
                line.reply(),
                line.more(),
                line.cost(),
                line.dear());
    }
}
