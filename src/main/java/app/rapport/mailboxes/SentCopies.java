package app.rapport.mailboxes;

import app.rapport.access.House;
import app.rapport.kernel.Viewer;
import app.rapport.mailboxes.imap.ImapSession;
import app.rapport.mailboxes.imap.SentMail;
import app.rapport.mailboxes.model.Folder;
import app.rapport.mailboxes.model.FolderRole;
import app.rapport.mailboxes.model.Mailbox;
import app.rapport.mailboxes.store.CopyRows;
import app.rapport.mailboxes.store.CopyRows.Copy;
import app.rapport.mailboxes.store.FolderRows;
import app.rapport.mailboxes.store.MailboxRows;
import app.rapport.post.MailSent;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A mail that a member sent from here lies among their sent mail, too: on their phone they find
 * what they wrote. Only what is from an address of their own; invitations and the like are not.
 */
@Component
class SentCopies {
    private final MailboxRows mailboxes;
    private final FolderRows folders;
    private final CopyRows copies;
    private final House house;

    SentCopies(MailboxRows mailboxes, FolderRows folders, CopyRows copies, House house) {
        this.mailboxes = mailboxes;
        this.folders = folders;
        this.copies = copies;
        this.house = house;
    }

    /** In the transaction that tells of it: whoever keeps the mailbox finds it there. */
    @EventListener
    void on(MailSent sent) {
        Viewer viewer = new Viewer(sent.workspace(), sent.member(), ZoneOffset.UTC);
        String from = SentMail.of(sent.raw()).flatMap(SentMail::from).orElse("");
        if (!house.us(viewer).mine().contains(from)) return;
        mailboxes.of(viewer).stream()
                .filter(box -> box.state() == Mailbox.State.ACTIVE)
                .min(
                        Comparator.comparingInt(
                                box -> box.server().login().equalsIgnoreCase(from) ? 0 : 1))
                .ifPresent(box ->
                        copies.add(viewer, box.id(), new Copy(sent.id().value(), sent.raw())));
    }

    /** Copies what waits; where the mailbox has no folder for it, there is nothing to copy to. */
    void file(Viewer viewer, Mailbox box, ImapSession session) {
        for (Copy copy : copies.waiting(viewer, box.id())) {
            Optional<String> folder =
                    folders.of(viewer, box.id()).stream()
                            .filter(one -> one.role() == FolderRole.SENT)
                            .map(Folder::name)
                            .findFirst();
            SentMail.of(copy.raw())
                    .ifPresent(mail -> folder.ifPresent(name -> session.file(name, mail)));
            copies.done(viewer, box.id(), copy.outgoing());
        }
    }
}
