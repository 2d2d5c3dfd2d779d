package app.rapport.calls.web;

import app.rapport.calls.model.AskedAlready;
import app.rapport.calls.model.Mark;
import app.rapport.calls.model.TalkLog;
import app.rapport.calls.model.TalkLog.Mood;
import app.rapport.calls.model.TalkPlan;
import app.rapport.people.PersonCard;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A talk while it is held, and as it is logged: what is meant at the left, notes in the middle,
 * what comes out of it at the right.
 *
 * @param log what came out of it, once that is said
 * @param typed what stands in the fields
 */
public record TalkPage(
        PersonCard person,
        TalkPlan plan,
        BriefingView known,
        FoundPage found,
        Optional<TalkLog> log,
        LogForm typed,
        boolean draftIsSent,
        Wrong wrong)
        implements Page {

    public String path() {
        return "/calls/" + plan.id();
    }

    public String title() {
        return PreparePage.what(plan) + " with " + person.name();
    }

    public boolean isAsked(String question) {
        return AskedAlready.in(found.sheet().notes().text(), question);
    }

    public List<Mark> marks() {
        return Arrays.asList(Mark.values());
    }

    public List<MoodView> moods() {
        return Arrays.stream(Mood.values()).map(MoodView::of).toList();
    }

    /** Who else takes part. */
    public String with() {
        List<String> names = known.briefing().there().stream().map(PersonCard::name).toList();
        return names.isEmpty() ? "" : String.join(", ", names);
    }

    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }
}
