package app.rapport.negotiations.web;

import app.rapport.negotiations.PlanVersion;
import app.rapport.ui.Page;
import java.util.List;

/** Plans as they stood. */
public record VersionsPage(PlanHead head, List<PlanVersion> versions) implements Page {}
