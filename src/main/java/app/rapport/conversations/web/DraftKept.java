package app.rapport.conversations.web;

import app.rapport.ui.Page;

/** What became of the draft while it is typed. */
public record DraftKept(boolean kept) implements Page {}
