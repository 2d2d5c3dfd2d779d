package app.rapport.calendar;

import app.rapport.calendar.model.CalendarMethod;
import app.rapport.calendar.store.ComingRows;
import app.rapport.calendar.store.ComingRows.Known;
import app.rapport.conversations.InvitationsCame;
import app.rapport.conversations.InvitationsCame.Invitation;
import app.rapport.exchange.contacts.CalendarFile;
import app.rapport.exchange.contacts.Item;
import app.rapport.exchange.contacts.MeetingDraft;
import app.rapport.kernel.Viewer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Invitations by mail (RFC 5546). Anybody can write a mail that looks like one: who is not the
 * organiser calls nothing off, and nobody answers for somebody else.
 */
@Component
class InvitationReading {
    private final ComingIntake intake;
    private final ComingRows rows;
    private final Clock clock;

    InvitationReading(ComingIntake intake, ComingRows rows, Clock clock) {
        this.intake = intake;
        this.rows = rows;
        this.clock = clock;
    }

    /** In the transaction that stores the mails. */
    @EventListener
    void on(InvitationsCame came) {
        // one after the other: the invitation to a meeting and its end may lie in one batch
        for (Invitation invitation : came.invitations()) {
            List<MeetingDraft> events = events(invitation.calendar());
            if (!events.isEmpty()) take(came, invitation, events);
        }
    }

    private void take(InvitationsCame came, Invitation invitation, List<MeetingDraft> events) {
        Viewer viewer = came.viewer();
        Map<String, Known> known =
                rows.known(viewer, events.stream().map(MeetingDraft::uid).distinct().toList());
        String from = invitation.from();
        switch (CalendarMethod.of(invitation.calendar())) {
            case REQUEST ->
                    intake.came(
                            viewer,
                            came.importId(),
                            events.stream()
                                    .filter(event -> isOrganisers(known.get(event.uid()), event))
                                    .toList());
            case CANCEL ->
                    intake.came(
                            viewer,
                            came.importId(),
                            events.stream()
                                    .filter(event -> mayCancel(known.get(event.uid()), from))
                                    .map(MeetingDraft::calledOff)
                                    .toList());
            case REPLY -> events.forEach(event -> answer(viewer, event, from));
            case OTHER -> {}
        }
    }

    private static boolean isOrganisers(@Nullable Known known, MeetingDraft event) {
        return known == null
                || known.organiser().isEmpty()
                || event.organiser()
                        .filter(one -> one.address().equals(known.organiser()))
                        .isPresent();
    }

    private static boolean mayCancel(@Nullable Known known, String from) {
        return known != null && (known.organiser().isEmpty() || known.organiser().equals(from));
    }

    private void answer(Viewer viewer, MeetingDraft event, String from) {
        Optional<Instant> slot =
                Optional.of(event.recurrenceId()).filter(id -> !id.isEmpty()).map(Instant::parse);
        event.attendees().stream()
                .filter(guest -> guest.address().equals(from) && !guest.answer().isEmpty())
                .forEach(guest -> rows.answered(viewer, event.uid(), slot, from, guest.answer()));
    }

    /** What cannot be read stays what it is: a mail. */
    private List<MeetingDraft> events(String text) {
        List<MeetingDraft> events = new ArrayList<>();
        try (CalendarFile file = CalendarFile.of(text, clock.instant())) {
            for (Optional<Item> item = file.next(); item.isPresent(); item = file.next())
                if (item.get() instanceof Item.Meeting(_, MeetingDraft draft)) events.add(draft);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return events;
    }
}
