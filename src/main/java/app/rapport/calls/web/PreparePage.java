package app.rapport.calls.web;

import app.rapport.calls.model.TalkPlan;
import app.rapport.conversations.Channel;
import app.rapport.kernel.MemberId;
import app.rapport.people.PersonCard;
import app.rapport.ui.Choice;
import app.rapport.ui.Page;
import app.rapport.ui.Times;
import app.rapport.ui.Wrong;
import java.util.Collection;
import java.util.List;

/**
 * A talk before it is held: what is known, and what is meant.
 *
 * @param writer who looks at it
 * @param saved whether the plan is kept already
 * @param offered people who might take part too
 * @param ahead what our own talks say of plans that are sent ahead, {@code shorter} our deals
 */
public record PreparePage(
        PersonCard person,
        TalkPlan plan,
        MemberId writer,
        boolean saved,
        List<Choice> kinds,
        Collection<PersonCard> offered,
        BriefingView known,
        String ahead,
        String shorter,
        boolean draftIsSent,
        Wrong wrong)
        implements Page {

    public String path() {
        return "/calls/" + plan.id();
    }

    public String title() {
        return what(plan) + " with " + person.name();
    }

    static String what(TalkPlan plan) {
        return plan.terms().channel() == Channel.MEETING ? "Meeting" : "Call";
    }

    public String at(Times times) {
        return plan.terms().startsAt().map(at -> PlanForm.field(at, times.zone())).orElse("");
    }

    public boolean isGuest(PersonCard card) {
        return plan.guests().contains(card.id());
    }

    /** What the title of a kind is. */
    public String kind() {
        return kinds.stream()
                .filter(kind -> kind.value().equals(plan.terms().kind()))
                .map(Choice::label)
                .findFirst()
                .orElse("");
    }

    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }
}
