package app.rapport.debriefs.web;

import app.rapport.ui.Page;

/** The whole negotiation on paper: offers, result, what was left, what was learned. */
public record PrintedDebriefPage(DebriefPage page) implements Page {}
