package app.rapport.kernel;

import java.time.ZoneId;

/** Who is asking: a member of a workspace, and the zone in which their days begin and end. */
public record Viewer(WorkspaceId workspace, MemberId member, ZoneId zone) {}
