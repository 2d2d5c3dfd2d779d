package app.rapport.negotiations.web;

import app.rapport.kernel.Slice;
import app.rapport.negotiations.PlanVersion;
import app.rapport.ui.Page;

/** Plans as they stood. */
public record VersionsPage(PlanHead head, Slice<PlanVersion> versions) implements Page {
    /** Where earlier ones are; empty on the last page. */
    public String earlier() {
        return versions.next().map(last -> head.home() + "/versions?after=" + last).orElse("");
    }
}
