package app.rapport.access;

import app.rapport.kernel.Right;

/**
 * Who asks, and how far what they showed at the door reaches: a session all the way, a token by its
 * scope.
 */
public record Key(Member member, Scope scope) {
    public boolean opens(Right right) {
        boolean own = right == Right.READ_OWN || right == Right.CHANGE_OWN;
        return member.rights().contains(right)
                && scope.covers(right)
                && (own || !member.owesSecondFactor());
    }

    /** The same for those that open the same and show the same. */
    public String reach() {
        return String.join(
                " ",
                scope.key(),
                member.role().key(),
                String.valueOf(member.owesSecondFactor()),
                member.seen().text());
    }
}
