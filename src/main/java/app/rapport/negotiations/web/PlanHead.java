package app.rapport.negotiations.web;

import app.rapport.kernel.MemberId;
import app.rapport.negotiations.Negotiation;
import app.rapport.negotiations.model.Plan;
import app.rapport.negotiations.model.PlanPart;
import app.rapport.negotiations.model.Readiness;
import app.rapport.ui.Choice;
import app.rapport.ui.Parts.Part;
import app.rapport.ui.Tab;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands around every page of a plan.
 *
 * @param tab which page
 * @param members who works here, by name
 * @param parts what other rooms have to say of it
 * @param clash what was typed while somebody else saved the same part
 */
public record PlanHead(
        Negotiation negotiation,
        Readiness readiness,
        Map<MemberId, String> members,
        String tab,
        List<Part> parts,
        Optional<Clash> clash) {

    /** As it stands, or with what was typed and is not saved. */
    public Plan plan() {
        return clash.map(Clash::typed).orElseGet(negotiation::plan);
    }

    /** By what a part says now whoever saves it later is told of what came between. */
    public String seen(PlanPart part) {
        return part.mark(negotiation.plan());
    }

    /** HTTP status of its pages. */
    int status() {
        return clash.isPresent() ? 409 : 200;
    }

    PlanHead with(Clash other) {
        return new PlanHead(negotiation, readiness, members, tab, parts, Optional.of(other));
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
