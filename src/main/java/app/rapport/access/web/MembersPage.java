package app.rapport.access.web;

import app.rapport.access.Invitations;
import app.rapport.access.Member;
import app.rapport.access.Members.Listed;
import app.rapport.access.Role;
import app.rapport.access.Visibility;
import app.rapport.kernel.Right;
import app.rapport.ui.Choice;
import app.rapport.ui.Page;
import app.rapport.ui.Tab;
import app.rapport.ui.Wrong;
import java.util.Arrays;
import java.util.List;

/**
 * Who works here.
 *
 * @param mailed whether the link goes to them by mail as well
 * @param link of an invitation made just now, shown this once; empty otherwise
 */
public record MembersPage(
        Member you,
        List<Listed> members,
        List<Invitations.Open> invitations,
        String link,
        boolean mailed,
        List<Tab> tabs,
        Wrong wrong)
        implements Page {

    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }

    /** The roles that you may give to who has that one; only theirs where you may give none. */
    public List<Choice> roles(Role present) {
        return Arrays.stream(Role.values())
                .filter(role -> role == present || you.role().mayGive(present, role))
                .map(role -> new Choice(role.key(), role.title()))
                .toList();
    }

    public List<Choice> toInvite() {
        return Arrays.stream(Role.values())
                .filter(role -> you.role().mayGive(role, role))
                .map(role -> new Choice(role.key(), role.title() + ": " + role.inWords()))
                .toList();
    }

    /** Whether what they see is a choice: whoever manages members sees all. */
    public boolean maySee(Listed member) {
        return !member.role().may(Right.MANAGE_MEMBERS);
    }

    public List<Choice> sights() {
        return Arrays.stream(Visibility.values())
                .map(one -> new Choice(one.key(), one.title()))
                .toList();
    }

    public boolean mayRemove(Listed member) {
        return you.role().mayGive(member.role(), Role.READ_ONLY) && members.size() > 1;
    }
}
