package app.rapport.access;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import app.rapport.kernel.WorkspaceId;
import java.time.ZoneId;

/**
 * One person in one workspace.
 *
 * @param theme {@code system}, {@code light} or {@code dark}
 */
public record Member(
        WorkspaceId workspace,
        MemberId id,
        String workspaceName,
        String name,
        String email,
        ZoneId zone,
        String theme) {

    public Viewer viewer() {
        return new Viewer(workspace, id, zone);
    }
}
