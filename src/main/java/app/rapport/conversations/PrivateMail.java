package app.rapport.conversations;

import app.rapport.access.MailPrivacy;
import app.rapport.access.PrivateAddresses;
import app.rapport.conversations.model.ParsedMail;
import app.rapport.conversations.store.PrivateTouches;
import app.rapport.database.AllRecords;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.util.Collection;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps mail of a member's private addresses out of everybody else's sight and lists. What is
 * derived for all of the workspace, such as when somebody was last in touch, leaves it out for the
 * member too: they see it in the story.
 */
@Service
class PrivateMail {
    private final MailPrivacy privacy;
    private final PrivateTouches touches;
    private final LastTouches lastTouches;
    private final AllRecords all;

    PrivateMail(
            MailPrivacy privacy, PrivateTouches touches, LastTouches lastTouches, AllRecords all) {
        this.privacy = privacy;
        this.touches = touches;
        this.lastTouches = lastTouches;
        this.all = all;
    }

    @EventListener
    @Transactional
    void on(MailPrivacy.Changed changed) {
        all.run(() -> lastTouches.refresh(changed.viewer(), touches.markAll(changed.viewer())));
    }

    /** Those of the mails that tell nobody about their people. */
    List<ParsedMail> open(Viewer viewer, List<ParsedMail> mails) {
        PrivateAddresses kept = privacy.privateAddresses(viewer);
        if (kept.keys().isEmpty()) return mails;
        return mails.stream()
                .filter(mail ->
                        mail.parties().stream()
                                .noneMatch(party -> kept.covers(party.mailbox().key())))
                .toList();
    }

    List<HeldMeeting> openMeetings(Viewer viewer, List<HeldMeeting> meetings) {
        PrivateAddresses kept = privacy.privateAddresses(viewer);
        return meetings.stream()
                .filter(meeting -> !meeting.secret())
                .filter(meeting ->
                        meeting.guests().stream().noneMatch(guest -> kept.covers(guest.key())))
                .toList();
    }

    /** These are new, or in one more archive. */
    void mark(Viewer viewer, Collection<TouchId> stored) {
        if (!stored.isEmpty()) touches.mark(viewer, stored);
    }

    /** These are new, or their calendar may say something else of them. */
    void judge(Viewer viewer, Collection<TouchId> held) {
        mark(viewer, held);
        if (!held.isEmpty()) touches.open(viewer, held);
    }
}
