package app.rapport.exchange.contacts;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A calendar file (RFC 5545, also vCalendar 1.0), event by event; each VEVENT gives one item. */
public final class CalendarFile implements Closeable {
    private static final Pattern ZONE = Pattern.compile("(?im)^TZID[^:]*:\\s*(.+?)\\s*$");
    private static final Pattern REPLACES = Pattern.compile("(?im)^RECURRENCE-ID[:;]");
    private final Map<String, Set<Instant>> replaced = new HashMap<>();
    private final TextBlocks events;
    private final Map<String, String> zones;
    private final Instant now;
    private final UnfoldingSteps steps;

    private CalendarFile(
            TextBlocks events, Map<String, String> zones, Instant now, UnfoldingSteps steps) {
        this.events = events;
        this.zones = zones;
        this.now = now;
        this.steps = steps;
    }

    /**
     * @param now up to when series are unfolded
     */
    public static CalendarFile open(Path file, Instant now) throws IOException {
        TextForm form = TextForm.of(file);
        return open(() -> form.open(file), Files.size(file), now);
    }

    /** The same of a calendar that is no file: an invitation in a mail. */
    public static CalendarFile of(String text, Instant now) throws IOException {
        return open(() -> new StringReader(text), text.length(), now);
    }

    /** Read three times: for the zones, for what replaces occurrences, for the events. */
    private interface Text {
        Reader open() throws IOException;
    }

    private static CalendarFile open(Text text, long bytes, Instant now) throws IOException {
        Map<String, String> zones = new LinkedHashMap<>();
        try (TextBlocks blocks = new TextBlocks(text.open(), "VTIMEZONE")) {
            for (var block = blocks.next(); block.isPresent(); block = blocks.next()) {
                Matcher id = ZONE.matcher(block.get().text());
                if (id.find()) zones.putIfAbsent(id.group(1), block.get().text());
            }
        }
        CalendarFile calendar =
                new CalendarFile(
                        new TextBlocks(text.open(), "VEVENT"),
                        zones,
                        now,
                        new UnfoldingSteps(bytes));
        calendar.findReplaced(text);
        return calendar;
    }

    /** Occurrences that an event of their own replaces are none of their series any more. */
    private void findReplaced(Text text) throws IOException {
        try (TextBlocks blocks = new TextBlocks(text.open(), "VEVENT")) {
            for (var block = blocks.next(); block.isPresent(); block = blocks.next()) {
                if (REPLACES.matcher(block.get().text()).find()
                        && item(block.get()) instanceof Item.Meeting(_, MeetingDraft draft)
                        && !draft.recurrenceId().isEmpty())
                    replaced.computeIfAbsent(draft.uid(), _ -> new HashSet<>())
                            .add(Instant.parse(draft.recurrenceId()));
            }
        }
    }

    private Item withoutReplaced(Item item) {
        if (item instanceof Item.Meeting(String position, MeetingDraft draft)
                && draft.recurrenceId().isEmpty()
                && replaced.containsKey(draft.uid()))
            return new Item.Meeting(position, draft.without(replaced.get(draft.uid())));
        return item;
    }

    /** The next event's item; empty at the end. */
    public Optional<Item> next() throws IOException {
        return events.next().map(this::item).map(this::withoutReplaced);
    }

    private Item item(TextBlocks.Block block) {
        String position = "event " + block.number();
        try (ICalReader reader = new ICalReader(calendar(block.text()))) {
            // a time without a zone is read as UTC, whatever this machine is set to
            reader.setDefaultTimezone(TimeZone.getTimeZone("UTC"));
            ICalendar calendar = reader.readNext();
            if (calendar != null && !calendar.getEvents().isEmpty()) {
                VEvent event = calendar.getEvents().getFirst();
                return zoned(
                        new EventReader(calendar, event, block.text(), now, steps).item(position));
            }
            return aside(position, "it is empty", block);
        } catch (IOException | RuntimeException | AssertionError | StackOverflowError e) {
            return aside(position, String.valueOf(e.getMessage()), block);
        }
    }

    private Item aside(String position, String why, TextBlocks.Block block) {
        return zoned(
                new Item.SetAside(
                        position,
                        "The event could not be read (" + why + "). Mend it, then put it in again.",
                        block.text()));
    }

    /** What is set aside keeps the time zones that it names. */
    private Item zoned(Item item) {
        if (item instanceof Item.SetAside(String position, String reason, String raw))
            return new Item.SetAside(position, reason, zonesOf(raw) + raw);
        return item;
    }

    private String zonesOf(String event) {
        StringBuilder text = new StringBuilder();
        zones.forEach((id, zone) -> {
            if (event.contains(id)) text.append(zone);
        });
        return text.toString();
    }

    /** The event alone in a calendar, with the time zones that it names. */
    private String calendar(String event) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + zonesOf(event) + event + "END:VCALENDAR\r\n";
    }

    @Override
    public void close() throws IOException {
        events.close();
    }
}
