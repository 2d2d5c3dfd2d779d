package app.rapport.agenda.web;

import app.rapport.agenda.Today.TodayList;
import app.rapport.agenda.model.Item;
import app.rapport.agenda.web.TodayPage.Chip;
import app.rapport.agenda.web.TodayPage.ItemView;
import app.rapport.agenda.web.TodayPage.LevelGroup;
import app.rapport.agenda.web.TodayPage.Line;
import app.rapport.conversations.Channel;
import app.rapport.conversations.Conversations;
import app.rapport.conversations.Touch;
import app.rapport.kernel.Evidence;
import app.rapport.kernel.Level;
import app.rapport.kernel.Signal;
import app.rapport.kernel.Viewer;
import app.rapport.people.PersonCard;
import app.rapport.ui.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Turns items into what the page draws. */
@Component
class TodayViews {
    private final Conversations conversations;

    TodayViews(Conversations conversations) {
        this.conversations = conversations;
    }

    List<LevelGroup> levels(Viewer viewer, TodayList today, List<Item> items, Times times) {
        Map<Level, List<ItemView>> byLevel = new TreeMap<>();
        boolean first = true;
        for (Item item : items) {
            byLevel.computeIfAbsent(item.level(), _ -> new ArrayList<>())
                    .add(view(viewer, today, item, times, first));
            first = false;
        }
        return byLevel.entrySet().stream()
                .map(entry ->
                        new LevelGroup(
                                entry.getKey().number(), entry.getKey().words(), entry.getValue()))
                .toList();
    }

    private ItemView view(Viewer viewer, TodayList today, Item item, Times times, boolean first) {
        Optional<PersonCard> person = today.person(item);
        Signal signal = item.first();
        Optional<Evidence> evidence = signal.evidence().stream().findFirst();
        Optional<Touch> touch =
                evidence.flatMap(e -> Optional.ofNullable(today.touches().get(e.touch())));
        return new ItemView(
                item.id(),
                person.map(PersonCard::name).orElse("Nobody in particular"),
                person.map(PersonCard::where).orElse(""),
                person.map(card -> "/people/" + card.id()),
                item.since(),
                signal.why(),
                evidence.map(today::quote)
                        .filter(quote -> !quote.isEmpty())
                        .or(() -> touch.map(TodayViews::beginning))
                        .orElse(""),
                touch.map(t -> t.side() == app.rapport.conversations.Side.YOU).orElse(false),
                evidence.flatMap(e -> touch.map(t -> chip(t, e, times))),
                backstory(today, item, times),
                signal.firstStep(),
                signal.ifIgnored(),
                touch.filter(_ -> item.level() == Level.ANSWER_OWED)
                        .flatMap(t -> conversations.answerLink(viewer, t))
                        .or(() -> person.flatMap(TodayViews::writeLink)),
                person.flatMap(card -> card.phones().stream().findFirst())
                        .map(phone -> "tel:" + phone.replaceAll("[^+0-9]", "")),
                first);
    }

    /** Words before numbers: where no sentence stands out, the mail's beginning. */
    private static String beginning(Touch touch) {
        String words = touch.replyText().replaceAll("\\s+", " ").strip();
        return words.length() > 220 ? words.substring(0, 220) + " …" : words;
    }

    private static Optional<String> writeLink(PersonCard card) {
        return card.addresses().stream().findFirst().map(address -> "mailto:" + address);
    }

    static Chip chip(Touch touch, Evidence evidence, Times times) {
        String href =
                "/touches/"
                        + touch.id()
                        + (evidence.end() > evidence.start()
                                ? "?from=" + evidence.start() + "&to=" + evidence.end()
                                : "");
        String what =
                touch.channel() == Channel.MAIL
                        ? (touch.side() == app.rapport.conversations.Side.YOU
                                ? "Your mail"
                                : "Their mail")
                        : capital(touch.channel().word());
        return new Chip(
                href,
                icon(touch.channel()),
                what + touch.at().map(at -> ", " + times.stamp(at)).orElse(""));
    }

    static String icon(Channel channel) {
        return switch (channel) {
            case MAIL -> "mail";
            case CALL -> "phone";
            case MEETING -> "calendar-event";
            case LETTER -> "file-text";
            case NOTE -> "pencil";
        };
    }

    private static List<Line> backstory(TodayList today, Item item, Times times) {
        List<Line> lines = new ArrayList<>();
        item.person()
                .flatMap(id -> Optional.ofNullable(today.lastTalks().get(id)))
                .ifPresent(last -> lines.add(lastTalk(last, times)));
        item.reasons().stream()
                .skip(1)
                .limit(2)
                .forEach(reason ->
                        lines.add(
                                new Line(
                                        "Also",
                                        reason.why(),
                                        reason.evidence().stream()
                                                .findFirst()
                                                .flatMap(e ->
                                                        Optional.ofNullable(
                                                                        today.touches()
                                                                                .get(e.touch()))
                                                                .map(t -> chip(t, e, times))))));
        return lines;
    }

    private static Line lastTalk(Touch last, Times times) {
        String when = last.at().map(times::stamp).orElse("not dated");
        String what =
                last.channel().word().toLowerCase(Locale.ROOT)
                        + (last.side().ours()
                                ? " from you"
                                : last.channel() == Channel.MAIL ? " from them" : "");
        String subject = last.subject().isBlank() ? "" : ": " + last.subject();
        return new Line(
                "Last talk",
                when + ", " + what + subject + ".",
                Optional.of(new Chip("/touches/" + last.id(), icon(last.channel()), "open")));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
