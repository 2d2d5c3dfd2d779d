package app.rapport.access;

import app.rapport.access.Invitations.Invited;
import app.rapport.post.Letter;
import app.rapport.post.NotSendable;
import app.rapport.post.Post;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sends an invitation's link to the one who is invited, where the workspace can send mail. */
@Component
class InvitationMails {
    private static final Logger LOG = LoggerFactory.getLogger(InvitationMails.class);

    private final Post post;
    private final BaseAddress base;

    InvitationMails(Post post, BaseAddress base) {
        this.post = post;
        this.base = base;
    }

    @EventListener
    void on(Invited invited) {
        if (!post.sendsForProgram(invited.by().viewer())) return;
        try {
            post.sendForProgram(invited.by().viewer(), letter(invited));
        } catch (NotSendable e) {
            // the link is shown all the same, and can be handed over in another way
            LOG.info("an invitation is not sent by mail: {}", e.getMessage());
        }
    }

    private Letter letter(Invited invited) {
        Member by = invited.by();
        String text =
                """
                %s invites you to join %s on Rapport as %s.

                %s

                The link works once and within a week. Who did not expect it can leave it alone.
                """
                        .formatted(
                                by.name(),
                                by.workspaceName(),
                                invited.role().title().toLowerCase(Locale.ROOT),
                                base.of(invited.path()));
        return Letter.plain(invited.email(), oneLine("Join " + by.workspaceName()), text)
                .from(new Letter.Recipient(by.name(), by.email()));
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
