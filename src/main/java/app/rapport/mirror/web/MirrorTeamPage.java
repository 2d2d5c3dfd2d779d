package app.rapport.mirror.web;

import app.rapport.mirror.model.Figure;
import app.rapport.mirror.model.TeamReflection;
import app.rapport.ui.Page;
import java.util.Optional;

/** How customers met all who work here: counts that name nobody and open to nothing. */
public record MirrorTeamPage(TeamReflection team) implements Page {
    /** Empty for a figure in which too few members are. */
    public Optional<FigureView> of(Figure figure) {
        return team.of(figure).map(counts -> new FigureView(figure, "", counts, ""));
    }
}
