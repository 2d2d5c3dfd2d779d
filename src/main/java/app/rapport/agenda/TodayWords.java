package app.rapport.agenda;

import app.rapport.agenda.Today.TodayList;
import app.rapport.agenda.model.Item;
import app.rapport.kernel.Level;
import app.rapport.kernel.Signal;
import app.rapport.people.PersonCard;
import app.rapport.ui.Numbers;
import app.rapport.ui.Times;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Today as plain text, for the terminal and for mails: eighty columns, one person a paragraph. */
public final class TodayWords {
    private static final int WIDTH = 80;
    private static final String INDENT = "   ";

    private final TodayList today;
    private final Times times;
    private final StringBuilder text = new StringBuilder();

    public TodayWords(TodayList today, ZoneId zone) {
        this.today = today;
        this.times = new Times(zone, Locale.UK, today.at());
    }

    public String text(int limit) {
        List<Item> items = today.open().stream().limit(limit).toList();
        text.append(times.longDay(times.today())).append(". ");
        if (items.isEmpty()) return text.append("Nobody waits for you.").toString();
        text.append(Numbers.of(today.open().size(), "person", "people")).append(".\n");
        @Nullable Level level = null;
        for (Item item : items) {
            if (item.level() != level) {
                level = item.level();
                text.append('\n')
                        .append(level.number())
                        .append("  ")
                        .append(level.words())
                        .append('\n');
            }
            add(item);
        }
        if (items.size() < today.open().size())
            text.append("\n").append(today.open().size() - items.size()).append(" more.");
        return text.toString().strip();
    }

    private void add(Item item) {
        String who = today.person(item).map(TodayWords::who).orElse("Nobody in particular");
        text.append('\n');
        wrap(who + "  ·  " + times.span(item.since()) + ", " + times.since(item.since()));
        wrap(item.first().why());
        item.reasons().stream().skip(1).map(Signal::why).forEach(why -> wrap("Also: " + why));
        wrap("First step: " + item.first().firstStep());
    }

    private void wrap(String line) {
        StringBuilder row = new StringBuilder(INDENT);
        for (String word : line.replaceAll("\\s+", " ").split(" ")) {
            if (row.length() > INDENT.length() && row.length() + word.length() > WIDTH) {
                text.append(row.toString().stripTrailing()).append('\n');
                row = new StringBuilder(INDENT);
            }
            row.append(word).append(' ');
        }
        text.append(row.toString().stripTrailing()).append('\n');
    }

    private static String who(PersonCard card) {
        return card.where().isEmpty() ? card.name() : card.name() + ", " + card.where();
    }
}
