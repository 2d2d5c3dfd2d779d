package app.rapport.calendar;

import app.rapport.access.Access;
import app.rapport.access.House;
import app.rapport.access.MailPrivacy;
import app.rapport.access.PrivateAddresses;
import app.rapport.access.Us;
import app.rapport.calendar.model.Guest;
import app.rapport.calendar.model.Meeting;
import app.rapport.calendar.store.ComingRows;
import app.rapport.calendar.store.ComingRows.Passed;
import app.rapport.calendar.store.PassedCalendars;
import app.rapport.conversations.HeldMeeting;
import app.rapport.conversations.MailArchive;
import app.rapport.conversations.MeetingIntake;
import app.rapport.database.CurrentWorkspace;
import app.rapport.database.RecurringJob;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Once its time has passed, a meeting is a touch like any other; when it took place. A guest whose
 * address the member keeps private makes the touch private, as with mail. Was such a guest asked
 * and did not come, no trace of them would be on the touch to keep it so: then it becomes none, and
 * stays in the member's calendar alone.
 */
@Component
class PassedMeetings implements RecurringJob {
    private static final Logger LOG = LoggerFactory.getLogger(PassedMeetings.class);
    private static final long MOST_MINUTES = 24 * 60;

    private final PassedCalendars calendars;
    private final ComingRows rows;
    private final MeetingIntake intake;
    private final MailArchive archive;
    private final Access access;
    private final House house;
    private final MailPrivacy privacy;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PassedMeetings(
            PassedCalendars calendars,
            ComingRows rows,
            MeetingIntake intake,
            MailArchive archive,
            Access access,
            House house,
            MailPrivacy privacy,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.calendars = calendars;
        this.rows = rows;
        this.intake = intake;
        this.archive = archive;
        this.access = access;
        this.house = house;
        this.privacy = privacy;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "meetings-passed";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        for (PassedCalendars.Whose whose : calendars.at(now))
            CurrentWorkspace.run(
                    whose.workspace(),
                    () ->
                            access.member(whose.workspace(), whose.member())
                                    .ifPresent(member -> settle(member.viewer(), now)));
    }

    /** One member's trouble keeps nobody else's meetings from being touches. */
    private void settle(Viewer viewer, Instant now) {
        try {
            transaction.executeWithoutResult(_ -> settleAll(viewer, now));
        } catch (RuntimeException e) {
            LOG.warn("meetings of member {} do not become touches", viewer.member(), e);
        }
    }

    private void settleAll(Viewer viewer, Instant now) {
        List<Passed> passed = rows.passed(viewer, now);
        Us us = house.us(viewer);
        PrivateAddresses kept = privacy.privateAddresses(viewer);
        Map<ImportId, List<HeldMeeting>> held =
                passed.stream()
                        .filter(one -> one.meeting().isTalk(us.mine()))
                        .filter(one -> !hidesSomebody(one.meeting(), kept))
                        .collect(
                                Collectors.groupingBy(
                                        Passed::broughtBy,
                                        LinkedHashMap::new,
                                        Collectors.mapping(
                                                one -> held(one.meeting()), Collectors.toList())));
        held.forEach((broughtBy, meetings) -> intake.take(viewer, us, broughtBy, meetings));
        rows.settle(viewer, passed.stream().map(one -> one.meeting().id()).toList(), now);
        if (!held.isEmpty()) archive.conclude(viewer);
    }

    private static boolean hidesSomebody(Meeting meeting, PrivateAddresses kept) {
        return meeting.guests().stream()
                .anyMatch(guest -> guest.declined() && kept.covers(guest.address()));
    }

    private static HeldMeeting held(Meeting meeting) {
        long minutes = Duration.between(meeting.start(), meeting.end()).toMinutes();
        return new HeldMeeting(
                meeting.uid(),
                meeting.summary(),
                meeting.story(),
                minutes > MOST_MINUTES ? 0 : (int) minutes,
                List.of(new HeldMeeting.Occurrence(meeting.slot(), meeting.start())),
                meeting.guests().stream()
                        .filter(guest -> !guest.declined())
                        .map(PassedMeetings::guest)
                        .toList(),
                meeting.secret());
    }

    private static HeldMeeting.Guest guest(Guest guest) {
        return new HeldMeeting.Guest(guest.name(), guest.address());
    }
}
