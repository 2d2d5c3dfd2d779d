package app.rapport.access.web;

import app.rapport.access.Members.Listed;
import app.rapport.access.Teams.Team;
import app.rapport.ui.Choice;
import app.rapport.ui.Page;
import app.rapport.ui.Tab;
import app.rapport.ui.Wrong;
import java.util.List;

/** Who sees whose records, where not everybody sees all. */
public record TeamsPage(List<Team> teams, List<Listed> members, List<Tab> tabs, Wrong wrong)
        implements Page {

    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }

    /** Who may still join that team. */
    public List<Choice> others(Team team) {
        return members.stream()
                .filter(member ->
                        team.mates().stream().noneMatch(mate -> mate.id().equals(member.id())))
                .map(member -> new Choice(member.id().toString(), member.name()))
                .toList();
    }
}
