package app.rapport.exchange;

import app.rapport.access.Us;
import app.rapport.conversations.HeldMeeting;
import app.rapport.conversations.MeetingIntake;
import app.rapport.exchange.contacts.MeetingDraft;
import app.rapport.exchange.model.ItemResult.Became;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event of a calendar between its file and the rooms that take it: what has happened becomes
 * touches, what is to come or was called off is kept for the calendar.
 */
record EventItem(MeetingDraft draft, Us us, Instant now) {
    private static final long MOST_MINUTES = 24 * 60;

    HeldMeeting held() {
        return new HeldMeeting(
                draft.uid(),
                draft.summary(),
                words(),
                minutes(),
                occurred() ? occurrences() : List.of(),
                guests(),
                draft.secret());
    }

    /** A day in a calendar without a guest (a holiday, a birthday) is no meeting. */
    private boolean occurred() {
        boolean off = draft.status().equals("CANCELLED") || declined();
        boolean nobody = draft.attendees().isEmpty() && draft.organiser().isEmpty();
        return !off && !(draft.allDay() && nobody);
    }

    private boolean declined() {
        return draft.attendees().stream()
                .anyMatch(guest ->
                        us.mine().contains(guest.address()) && guest.answer().equals("DECLINED"));
    }

    private List<HeldMeeting.Occurrence> occurrences() {
        if (draft.recurrenceId().isEmpty())
            return draft.occurrences().stream()
                    .map(start -> new HeldMeeting.Occurrence(start, start))
                    .toList();
        Instant slot = Instant.parse(draft.recurrenceId());
        return draft.occurrences().stream()
                .map(start -> new HeldMeeting.Occurrence(slot, start))
                .limit(1)
                .toList();
    }

    private String words() {
        return Stream.of(draft.description(), draft.location())
                .filter(part -> !part.isBlank())
                .collect(java.util.stream.Collectors.joining("\n\n"));
    }

    private int minutes() {
        Optional<Long> minutes =
                draft.start()
                        .flatMap(start ->
                                draft.end().map(end -> Duration.between(start, end).toMinutes()))
                        .filter(length -> length > 0 && length <= MOST_MINUTES);
        return minutes.map(Long::intValue).orElse(0);
    }

    private List<HeldMeeting.Guest> guests() {
        Map<String, HeldMeeting.Guest> guests = new LinkedHashMap<>();
        Stream.concat(draft.organiser().stream(), draft.attendees().stream())
                .filter(guest -> !guest.answer().equals("DECLINED"))
                .filter(guest -> !guest.address().isEmpty() || !guest.name().isEmpty())
                .forEach(guest ->
                        guests.putIfAbsent(
                                guest.address().isEmpty() ? guest.name() : guest.address(),
                                new HeldMeeting.Guest(guest.name(), guest.address())));
        return new ArrayList<>(guests.values()).subList(0, Math.min(guests.size(), 1_000));
    }

    /** Exactly one result, whatever the number of its touches. */
    Became became(MeetingIntake.Outcome outcome) {
        boolean over =
                draft.rule().isEmpty()
                        && draft.start().map(start -> !start.isAfter(now)).orElse(true);
        if (outcome.touch().isEmpty() || !over)
            return ContactItems.kept("event", json(), outcome.isNew());
        return outcome.isNew()
                ? new Became.Stored(outcome.touch().get().value())
                : new Became.AlreadyKnown(outcome.touch().get().value());
    }

    private String json() {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("uid", draft.uid());
        event.put("recurrenceId", draft.recurrenceId());
        event.put("summary", draft.summary());
        event.put("start", draft.start().map(Instant::toString).orElse(""));
        event.put("end", draft.end().map(Instant::toString).orElse(""));
        event.put("zone", draft.zone());
        event.put("allDay", draft.allDay());
        event.put("location", draft.location());
        event.put("description", draft.description());
        event.put("organiser", draft.organiser().map(EventItem::guest).orElse(Map.of()));
        event.put("attendees", draft.attendees().stream().map(EventItem::guest).toList());
        event.put("status", draft.status());
        event.put("sequence", draft.sequence());
        event.put("rule", draft.rule());
        return JsonMapper.shared().writeValueAsString(event);
    }

    private static Map<String, String> guest(MeetingDraft.Guest guest) {
        return Map.of("name", guest.name(), "address", guest.address(), "answer", guest.answer());
    }
}
