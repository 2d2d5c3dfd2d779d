package app.rapport.calls.web;

import app.rapport.ui.Page;

/**
 * What a case comes to, as it is typed.
 *
 * @param wrong what cannot be read; the figures are then those of before
 */
public record CaseFiguresPage(CaseView view, String wrong) implements Page {}
