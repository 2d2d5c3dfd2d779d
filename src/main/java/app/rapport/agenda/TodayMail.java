package app.rapport.agenda;

import app.rapport.access.BaseAddress;
import app.rapport.agenda.Today.TodayList;
import app.rapport.agenda.model.Item;
import app.rapport.people.PersonCard;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Today as a mail shows it: who and why, with the way there; nobody's own words, since a mail lies
 * in more places than the program.
 *
 * @param more how many are not shown
 */
public record TodayMail(List<Line> lines, int more, String home, String settings) {

    /** One person. */
    public record Line(
            String level,
            String who,
            String where,
            String why,
            Instant since,
            Optional<String> href) {}

    static TodayMail of(TodayList list, BaseAddress base, int most) {
        List<Line> lines =
                list.open().stream().limit(most).map(item -> line(list, item, base)).toList();
        return new TodayMail(
                lines, list.open().size() - lines.size(), base.of("/"), base.of("/settings"));
    }

    private static Line line(TodayList list, Item item, BaseAddress base) {
        Optional<PersonCard> person = list.person(item);
        return new Line(
                item.level().words(),
                person.map(PersonCard::name).orElse("Nobody in particular"),
                person.map(PersonCard::where).orElse(""),
                item.first().why(),
                item.since(),
                person.map(card -> base.of("/people/" + card.id())));
    }
}
