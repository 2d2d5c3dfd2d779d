package app.rapport.calendar;

import app.rapport.calendar.model.Meeting;
import app.rapport.calendar.store.ComingRows;
import app.rapport.exchange.ComingEvents;
import app.rapport.exchange.contacts.MeetingDraft;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes events into the calendar; a later version moves or calls off what an earlier one said. */
@Service
class ComingIntake implements ComingEvents {
    private final ComingRows rows;
    private final Clock clock;

    ComingIntake(ComingRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void came(Viewer viewer, ImportId id, List<MeetingDraft> events) {
        if (events.isEmpty()) return;
        Map<String, ComingRows.Known> known =
                rows.known(viewer, events.stream().map(MeetingDraft::uid).distinct().toList());
        Map<String, MeetingDraft> whole = latest(events, known);
        rows.clear(viewer, versions(whole, false));
        rows.cancel(viewer, versions(whole, true));
        store(viewer, id, List.copyOf(whole.values()));
        store(viewer, id, events.stream().filter(one -> !isWhole(one)).toList());
    }

    @Override
    @Transactional
    public void takenBack(Viewer viewer, ImportId id) {
        rows.takeBack(viewer, id);
    }

    private void store(Viewer viewer, ImportId id, List<MeetingDraft> events) {
        rows.store(
                viewer,
                id,
                events.stream().flatMap(event -> Meeting.of(event).stream()).toList(),
                clock.instant());
    }

    /** Of events and series as a whole the newest version, unless a newer one is known. */
    private static Map<String, MeetingDraft> latest(
            List<MeetingDraft> events, Map<String, ComingRows.Known> known) {
        Map<String, MeetingDraft> latest = new HashMap<>();
        for (MeetingDraft event : events) {
            ComingRows.Known before = known.get(event.uid());
            if (!isWhole(event)) continue;
            if (before != null && before.sequence() > event.sequence()) continue;
            latest.merge(
                    event.uid(),
                    event,
                    (one, other) -> other.sequence() >= one.sequence() ? other : one);
        }
        return latest;
    }

    private static boolean isWhole(MeetingDraft event) {
        return event.recurrenceId().isEmpty();
    }

    private static Map<String, Integer> versions(
            Map<String, MeetingDraft> whole, boolean cancelled) {
        Map<String, Integer> versions = new HashMap<>();
        whole.forEach((uid, event) -> {
            if (event.status().equals("CANCELLED") == cancelled)
                versions.put(uid, event.sequence());
        });
        return versions;
    }
}
