package app.rapport.calls.web;

import app.rapport.calls.CaseVersion;
import app.rapport.ui.Page;
import java.util.List;

/** A business case as it stood. */
public record CaseVersionsPage(CaseHead head, List<CaseVersion> versions) implements Page {}
