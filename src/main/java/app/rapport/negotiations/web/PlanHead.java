package app.rapport.negotiations.web;

import app.rapport.kernel.MemberId;
import app.rapport.negotiations.Negotiation;
import app.rapport.negotiations.model.Plan;
import app.rapport.negotiations.model.Readiness;
import app.rapport.ui.Choice;
import app.rapport.ui.Parts.Part;
import app.rapport.ui.Tab;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What stands around every page of a plan.
 *
 * @param tab which page
 * @param members who works here, by name
 * @param parts what other rooms have to say of it
 */
public record PlanHead(
        Negotiation negotiation,
        Readiness readiness,
        Map<MemberId, String> members,
        String tab,
        List<Part> parts) {

    public Plan plan() {
        return negotiation.plan();
    }

    public String home() {
        return "/negotiations/" + negotiation.id();
    }

    public List<Tab> tabs() {
        return Stream.of(
                        new String[] {"Plan", ""},
                        new String[] {"Issues", "issues"},
                        new String[] {"Worth", "worth"},
                        new String[] {"Limits and aim", "limits"},
                        new String[] {"Versions", "versions"},
                        new String[] {"Table", "table"})
                .filter(one -> !one[1].equals("table") || negotiation.opened().isPresent())
                .map(one ->
                        new Tab(
                                one[0],
                                one[1].isEmpty() ? home() : home() + "/" + one[1],
                                -1,
                                one[1].equals(tab)))
                .toList();
    }

    public String href(Readiness.Missing missing) {
        return home()
                + (missing.tab().isEmpty() ? "" : "/" + missing.tab())
                + "#"
                + missing.anchor();
    }

    public String name(MemberId member) {
        return members.getOrDefault(member, "somebody who left");
    }

    /** Who may be added to the team. */
    public List<Choice> others() {
        return members.entrySet().stream()
                .filter(one -> !negotiation.team().contains(one.getKey()))
                .map(one -> new Choice(one.getKey().toString(), one.getValue()))
                .toList();
    }
}
