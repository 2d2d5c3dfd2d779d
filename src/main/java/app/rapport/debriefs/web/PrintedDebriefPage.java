package app.rapport.debriefs.web;

import app.rapport.debriefs.model.Lesson;
import app.rapport.ui.Page;
import java.util.List;

/** The whole negotiation on paper: offers, result, what was left, what was learned. */
public record PrintedDebriefPage(DebriefPage page) implements Page {

    /** Those that the team reads: paper goes from hand to hand. */
    public List<Lesson> lessons() {
        return page.debrief().lessons().stream().filter(lesson -> lesson.only().isEmpty()).toList();
    }
}
