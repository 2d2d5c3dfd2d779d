package app.rapport.conversations;

import app.rapport.access.Us;
import app.rapport.conversations.store.MeetingRows;
import app.rapport.database.Tombstones;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import app.rapport.people.Met;
import app.rapport.people.People;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes meetings of calendars in: each past occurrence is one touch, however often its calendar
 * comes; who took part becomes known as in mail.
 */
@Service
public class MeetingIntake {
    private static final int CROWD = 60;

    private final MeetingRows rows;
    private final People people;
    private final Tombstones tombstones;
    private final PrivateMail privacy;
    private final Clock clock;

    MeetingIntake(
            MeetingRows rows,
            People people,
            Tombstones tombstones,
            PrivateMail privacy,
            Clock clock) {
        this.tombstones = tombstones;
        this.rows = rows;
        this.people = people;
        this.privacy = privacy;
        this.clock = clock;
    }

    /** What became of one event: its first touch, and whether any of its touches is new. */
    public record Outcome(Optional<TouchId> touch, boolean isNew) {}

    public record Taken(List<Outcome> outcomes, int contactsCreated, int accountsCreated) {}

    /** Stores a batch of events in the caller's transaction where there is one. */
    @Transactional
    public Taken take(Viewer viewer, Us us, ImportId importId, List<HeldMeeting> given) {
        people.holdStill(viewer);
        Map<String, Tombstones.Erased> erased = tombstones.of(viewer, things(given));
        List<HeldMeeting> meetings =
                given.stream().map(meeting -> without(erased, meeting)).toList();
        Map<HeldMeeting.Key, TouchId> known = rows.known(viewer, meetings);
        People.Meeting met =
                people.meet(
                        viewer, us, toMeet(us, privacy.openMeetings(viewer, meetings)), importId);
        Map<String, PersonId> persons = new HashMap<>(met.people());
        persons.putAll(people.byAddress(viewer, besides(meetings, persons)));
        List<MeetingRows.NewMeeting> fresh = new ArrayList<>();
        List<MeetingRows.Held> held = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (HeldMeeting meeting : meetings) {
            int before = fresh.size();
            Optional<TouchId> first = Optional.empty();
            for (HeldMeeting.Occurrence occurrence : meeting.occurrences()) {
                TouchId touch = known.get(meeting.key(occurrence));
                if (touch == null) {
                    touch = TouchId.next();
                    known.put(meeting.key(occurrence), touch);
                    fresh.add(new MeetingRows.NewMeeting(touch, meeting, occurrence));
                }
                held.add(new MeetingRows.Held(touch, occurrence.start(), meeting.secret()));
                if (first.isEmpty()) first = Optional.of(touch);
            }
            outcomes.add(new Outcome(first, fresh.size() > before));
        }
        rows.insert(viewer, fresh, persons, clock.instant());
        rows.remember(viewer, importId, held);
        privacy.judge(viewer, held.stream().map(MeetingRows.Held::id).toList());
        return new Taken(outcomes, met.created(), met.accountsCreated());
    }

    private static List<String> things(List<HeldMeeting> meetings) {
        List<String> things = new ArrayList<>();
        for (HeldMeeting meeting : meetings) {
            meeting.guests().forEach(guest -> things.add(Tombstones.address(guest.key())));
            meeting.occurrences().forEach(one -> things.add(stone(meeting, one)));
        }
        return things;
    }

    private static String stone(HeldMeeting meeting, HeldMeeting.Occurrence occurrence) {
        return Tombstones.mail(MeetingRows.substance(meeting.key(occurrence)));
    }

    /** Neither who was erased since nor what was with nobody else comes back. */
    private static HeldMeeting without(Map<String, Tombstones.Erased> erased, HeldMeeting meeting) {
        if (erased.isEmpty()) return meeting;
        return new HeldMeeting(
                meeting.uid(),
                meeting.subject(),
                meeting.words(),
                meeting.minutes(),
                meeting.occurrences().stream()
                        .filter(one -> !erased.containsKey(stone(meeting, one)))
                        .toList(),
                meeting.guests().stream()
                        .filter(guest ->
                                !isGone(erased.get(Tombstones.address(guest.key())), meeting))
                        .toList(),
                meeting.secret());
    }

    private static boolean isGone(Tombstones.@Nullable Erased guest, HeldMeeting meeting) {
        return guest != null
                && meeting.occurrences().stream().noneMatch(one -> one.start().isAfter(guest.at()));
    }

    private static List<Met> toMeet(Us us, List<HeldMeeting> meetings) {
        List<Met> everybody = new ArrayList<>();
        for (HeldMeeting meeting : meetings) {
            if (meeting.occurrences().isEmpty() || meeting.guests().size() > CROWD) continue;
            for (HeldMeeting.Guest guest : meeting.guests()) {
                String key = guest.key();
                if (key.indexOf('@') < 1 || us.mine().contains(key) || MachineAddress.is(key))
                    continue;
                everybody.add(new Met(key, guest.address(), guest.name()));
            }
        }
        return everybody;
    }

    private static Set<String> besides(List<HeldMeeting> meetings, Map<String, PersonId> persons) {
        Set<String> keys = new HashSet<>();
        for (HeldMeeting meeting : meetings)
            meeting.guests().forEach(guest -> keys.add(guest.key()));
        keys.removeAll(persons.keySet());
        keys.remove("");
        return keys;
    }
}
