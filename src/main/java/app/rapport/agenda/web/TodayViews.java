package app.rapport.agenda.web;

import app.rapport.agenda.Today.TodayList;
import app.rapport.agenda.model.Item;
import app.rapport.agenda.web.TodayPage.Chip;
import app.rapport.agenda.web.TodayPage.ItemView;
import app.rapport.agenda.web.TodayPage.LevelGroup;
import app.rapport.conversations.Channel;
import app.rapport.conversations.Conversations;
import app.rapport.conversations.Side;
import app.rapport.conversations.Touch;
import app.rapport.kernel.Evidence;
import app.rapport.kernel.Level;
import app.rapport.kernel.Signal;
import app.rapport.kernel.TouchId;
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

    /**
     * @param opened id of the item that stands open; the first where there is none of that id
     */
    List<LevelGroup> levels(
            Viewer viewer, TodayList today, List<Item> items, String opened, Times times) {
        Map<TouchId, String> answers = answerLinks(viewer, today, items);
        String open =
                items.stream()
                        .map(Item::id)
                        .filter(opened::equals)
                        .findFirst()
                        .orElse(items.isEmpty() ? "" : items.getFirst().id());
        Map<Level, List<ItemView>> byLevel = new TreeMap<>();
        for (Item item : items)
            byLevel.computeIfAbsent(item.level(), _ -> new ArrayList<>())
                    .add(view(today, item, times, answers, item.id().equals(open)));
        return byLevel.entrySet().stream()
                .map(entry ->
                        new LevelGroup(
                                entry.getKey().number(), entry.getKey().words(), entry.getValue()))
                .toList();
    }

    private Map<TouchId, String> answerLinks(Viewer viewer, TodayList today, List<Item> items) {
        List<Touch> waiting =
                items.stream()
                        .filter(item -> item.level() == Level.ANSWER_OWED)
                        .flatMap(item -> evidence(today, item.first()).stream())
                        .toList();
        return conversations.answerLinks(viewer, waiting);
    }

    private static Optional<Touch> evidence(TodayList today, Signal signal) {
        return signal.evidence().stream()
                .findFirst()
                .flatMap(e -> Optional.ofNullable(today.touches().get(e.touch())));
    }

    private static ItemView view(
            TodayList today, Item item, Times times, Map<TouchId, String> answers, boolean first) {
        Optional<PersonCard> person = today.person(item);
        Signal signal = item.first();
        Optional<Evidence> evidence = signal.evidence().stream().findFirst();
        Optional<Touch> touch = evidence(today, signal);
        return new ItemView(
                item.id(),
                person.map(PersonCard::name)
                        .or(() -> signal.about().map(Signal.About::name))
                        .orElse("Nobody in particular"),
                person.map(PersonCard::where).orElse(""),
                person.map(card -> "/people/" + card.id()),
                signal.about(),
                item.since(),
                signal.why(),
                evidence.flatMap(e -> touch.map(t -> t.around(e))).orElse(""),
                touch.map(t -> t.side() == Side.YOU).orElse(false),
                evidence.flatMap(e -> touch.map(t -> chip(t, e, times))),
                item.level() == Level.ANSWER_OWED ? "No answer from you or a colleague since." : "",
                Backstory.of(today, item, touch, times),
                signal.firstStep(),
                signal.ifIgnored(),
                touch.flatMap(t -> Optional.ofNullable(answers.get(t.id())))
                        .or(() -> person.flatMap(TodayViews::writeLink)),
                person.flatMap(card -> card.phones().stream().findFirst())
                        .map(phone -> "tel:" + phone.replaceAll("[^+0-9]", "")),
                first);
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
                        ? (touch.side() == Side.YOU ? "Your mail" : "Their mail")
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

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
