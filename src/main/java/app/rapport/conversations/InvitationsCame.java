package app.rapport.conversations;

import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import java.util.List;

/**
 * Mails with calendar parts came into a member's mailbox, seen by them before or not; told in the
 * transaction that stores the mails.
 */
public record InvitationsCame(Viewer viewer, ImportId importId, List<Invitation> invitations) {
    public InvitationsCame {
        invitations = List.copyOf(invitations);
    }

    /**
     * @param from whose mail it is, lower case; empty where nobody is named
     * @param calendar the part as it stands
     */
    public record Invitation(String from, String calendar) {}
}
