package app.rapport.calls.web;

import app.rapport.ui.Page;

/**
 * A business case on paper.
 *
 * @param revision that is printed
 */
public record PrintedCasePage(CaseHead head, CaseView view, int revision) implements Page {}
