package app.rapport.agenda;

import app.rapport.access.BaseAddress;
import app.rapport.agenda.Today.TodayList;
import app.rapport.agenda.model.Item;
import app.rapport.people.PersonCard;
import app.rapport.ui.Times;
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
                withoutQuote(item.first().why()),
                item.since(),
                person.map(card -> base.of("/people/" + card.id())));
    }

    /** For programs that show no HTML. */
    String text(Times times) {
        StringBuilder text = new StringBuilder(times.longDay(times.today())).append("\n\n");
        for (Line line : lines) {
            text.append(line.level()).append(": ").append(line.who());
            if (!line.where().isEmpty()) text.append(", ").append(line.where());
            text.append("\n  ").append(line.why());
            text.append("\n  ").append(times.since(line.since())).append("\n");
            line.href().ifPresent(href -> text.append("  ").append(href).append("\n"));
            text.append("\n");
        }
        if (more > 0) text.append("And ").append(more).append(" more.\n\n");
        if (lines.isEmpty()) text.append("Nobody waits for you.\n\n");
        return text.append("Open Today: ")
                .append(home)
                .append("\nYou ordered this mail in your profile: ")
                .append(settings)
                .append("\n")
                .toString();
    }

    /** "Asks you alone: “can you …”" says "Asks you alone." */
    private static String withoutQuote(String why) {
        int quote = why.indexOf(": “");
        return quote < 0 ? why : why.substring(0, quote) + ".";
    }
}
