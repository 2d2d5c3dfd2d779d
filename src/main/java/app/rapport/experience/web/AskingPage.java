package app.rapport.experience.web;

import app.rapport.experience.model.Measure;
import app.rapport.experience.model.Moment;
import app.rapport.experience.model.Occasion;
import app.rapport.experience.store.SurveyRules.Order;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.people.PersonCard;
import app.rapport.ui.Page;
import app.rapport.ui.Tab;
import app.rapport.ui.Wrong;
import java.util.List;
import java.util.Map;

/**
 * Moments after which nobody was asked, and the workspace's rules.
 *
 * @param members names of those who ordered
 */
public record AskingPage(
        List<Moment> unasked,
        Map<PersonId, PersonCard> people,
        int quietDays,
        List<Order> orders,
        Map<MemberId, String> members,
        List<Tab> tabs,
        Wrong wrong)
        implements Page {
    public String name(Moment moment) {
        PersonCard card = people.get(moment.person());
        return card == null ? "" : card.name();
    }

    public String words(Order order) {
        String by = members.getOrDefault(order.by(), "somebody who left");
        String when = order.afterDays() == 0 ? "at once" : "after " + order.afterDays() + " days";
        return order.occasion().words()
                + ": everybody is asked “"
                + order.measure().title()
                + "” "
                + when
                + ", by order of "
                + by;
    }

    public List<Occasion> occasions() {
        return List.of(Occasion.values());
    }

    public List<Measure> measures() {
        return List.of(Measure.values());
    }

    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }
}
