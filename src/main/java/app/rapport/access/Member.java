package app.rapport.access;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Seen;
import app.rapport.kernel.Viewer;
import app.rapport.kernel.WorkspaceId;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One person in one workspace.
 *
 * @param email the address they log in by
 * @param theme {@code system}, {@code light} or {@code dark}
 * @param locale how numbers and money are written
 * @param singleKeys whether keys without a modifier do anything
 * @param role what they may in this workspace
 * @param seen whose people and companies they see
 * @param owesSecondFactor the workspace asks for one, and the login has none yet
 * @param madeUp whether the workspace and all in it is made up, to look around in
 */
public record Member(
        WorkspaceId workspace,
        MemberId id,
        String workspaceName,
        String name,
        String email,
        ZoneId zone,
        String theme,
        Locale locale,
        boolean singleKeys,
        Role role,
        Seen seen,
        boolean owesSecondFactor,
        boolean madeUp) {

    /** What the role gives; but nobody reaches out from what is made up. */
    public Set<Right> rights() {
        return madeUp
                ? role.rights().stream()
                        .filter(right -> right != Right.CONNECT)
                        .collect(Collectors.toUnmodifiableSet())
                : role.rights();
    }

    public Viewer viewer() {
        return new Viewer(workspace, id, zone);
    }
}
