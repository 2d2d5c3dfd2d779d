package app.rapport.access.web;

import java.util.Map;

/** Says a line of the audit log in words; what is not known here is said by its own name. */
public final class AuditWords {
    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    Map.entry("session.opened", "Logged in"),
                    Map.entry("session.refused", "A wrong password was given"),
                    Map.entry("login-provider.saved", "Changed the firm's own log-in"),
                    Map.entry("login-provider.removed", "Removed the firm's own log-in"),
                    Map.entry("login-provider.forgot", "Untied a member from the firm's log-in"),
                    Map.entry("member.linked", "Came in by the firm's log-in for the first time"),
                    Map.entry("session.ended", "Ended a session"),
                    Map.entry("member.added", "Became a member"),
                    Map.entry("member.changed", "Changed their profile"),
                    Map.entry("member.role", "Changed a role"),
                    Map.entry("member.left", "Removed a member"),
                    Map.entry("member.back", "Brought a member back"),
                    Map.entry("member.password", "Changed their password"),
                    Map.entry("member.password-asked", "Asked for a new password"),
                    Map.entry("member.second-factor", "Changed their second factor"),
                    Map.entry("team.made", "Made a team"),
                    Map.entry("team.removed", "Removed a team"),
                    Map.entry("team.joined", "Took somebody into a team"),
                    Map.entry("team.parted", "Took somebody out of a team"),
                    Map.entry("invitation.made", "Invited somebody"),
                    Map.entry("invitation.withdrawn", "Withdrew an invitation"),
                    Map.entry("invitation.used", "Came in by an invitation"),
                    Map.entry("contacts.changed", "Changed several people at once"),
                    Map.entry("contacts.put-back", "Took back a change of several people"),
                    Map.entry("token.made", "Made an API token"),
                    Map.entry("token.revoked", "Revoked an API token"),
                    Map.entry("contact.changed", "Changed a person"),
                    Map.entry("contact.deleted", "Deleted a person"),
                    Map.entry("contact.restored", "Brought a person back"),
                    Map.entry("contact.merged", "Joined another record to a person"),
                    Map.entry("contact.merged-away", "Made a person part of another"),
                    Map.entry("contact.parted", "Parted a record from a person again"),
                    Map.entry("contact.back", "Let a person stand alone again"),
                    Map.entry("contact.erased", "Erased a person"),
                    Map.entry("contact.different", "Said that two people are two"),
                    Map.entry("contact.different-undone", "Offered two people again"),
                    Map.entry("account.different", "Said that two companies are two"),
                    Map.entry("account.different-undone", "Offered two companies again"),
                    Map.entry("account.merged", "Joined another record to a company"),
                    Map.entry("account.merged-away", "Made a company part of another"),
                    Map.entry("account.parted", "Parted a record from a company again"),
                    Map.entry("account.back", "Let a company stand alone again"),
                    Map.entry("account.changed", "Changed a company"),
                    Map.entry("account.deleted", "Deleted a company"),
                    Map.entry("account.restored", "Brought a company back"),
                    Map.entry("talk.deleted", "Deleted a logged talk"),
                    Map.entry("talk.restored", "Brought a logged talk back"),
                    Map.entry("import.done", "Brought files in"),
                    Map.entry("import.undone", "Took an import back"),
                    Map.entry("plan.deleted", "Deleted the plan of a talk"),
                    Map.entry("plan.restored", "Brought the plan of a talk back"),
                    Map.entry("case.added", "Made a business case"),
                    Map.entry("case.changed", "Changed a business case"),
                    Map.entry("case.deleted", "Deleted a business case"),
                    Map.entry("case.restored", "Brought a business case back"),
                    Map.entry("case.shared", "Shared a business case by a link"),
                    Map.entry("case.unshared", "Revoked the link to a business case"),
                    Map.entry("calendar.connected", "Followed a calendar at its address"),
                    Map.entry("calendar.disconnected", "Stopped following a calendar"),
                    Map.entry("calendar.opened", "Made an address of their calendar"),
                    Map.entry("calendar.revoked", "Revoked the address of their calendar"),
                    Map.entry("mailbox.connected", "Connected a mailbox"),
                    Map.entry("mailbox.password", "Gave a mailbox a new password"),
                    Map.entry("mailbox.removed", "Removed a mailbox"),
                    Map.entry("workspace.made", "Made the workspace"),
                    Map.entry("workspace.changed", "Changed the workspace"));

    private AuditWords() {}

    public static String of(String what) {
        String known = WORDS.get(what);
        if (known != null) return known;
        String words = what.replace('.', ' ').replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
