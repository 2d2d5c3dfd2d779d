package app.rapport.access;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.Seen;
import app.rapport.kernel.Viewer;
import app.rapport.kernel.WorkspaceId;
import java.time.ZoneId;
import java.util.Locale;

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
        boolean owesSecondFactor) {

    public Viewer viewer() {
        return new Viewer(workspace, id, zone);
    }
}
