package app.rapport.conversations;

import app.rapport.conversations.MailIntake.Outcome;
import app.rapport.conversations.store.Drafts;
import app.rapport.conversations.store.SettledAnswers;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import app.rapport.post.MailDiscarded;
import app.rapport.post.MailSent;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A mail that left from here becomes a touch like any other, by its own bytes: found again in the
 * Sent folder it is already known. It settles what waited for it at once.
 */
@Component
class SentMails {
    private final MailIntake intake;
    private final Conversations conversations;
    private final Drafts drafts;
    private final SettledAnswers settled;
    private final LastTouches lastTouches;

    SentMails(
            MailIntake intake,
            Conversations conversations,
            Drafts drafts,
            SettledAnswers settled,
            LastTouches lastTouches) {
        this.intake = intake;
        this.conversations = conversations;
        this.drafts = drafts;
        this.settled = settled;
        this.lastTouches = lastTouches;
    }

    @EventListener
    void on(MailSent sent) {
        Viewer writer = new Viewer(sent.workspace(), sent.member(), ZoneOffset.UTC);
        Outcome outcome = intake.keepSent(writer, MailIntake.read(sent.raw()));
        if (outcome instanceof Outcome.Stored(TouchId touch)) {
            settled.by(writer, touch);
            lastTouches.refresh(writer, people(writer, touch));
        }
        drafts.left(writer, sent.id().value());
    }

    private Set<PersonId> people(Viewer writer, TouchId touch) {
        return conversations.touch(writer, touch).stream()
                .flatMap(mail -> mail.parties().stream())
                .flatMap(party -> party.person().stream())
                .collect(Collectors.toSet());
    }

    @EventListener
    void on(MailDiscarded discarded) {
        drafts.givenUp(discarded.viewer(), discarded.id().value());
    }
}
