package app.rapport.debriefs.web;

import app.rapport.debriefs.model.Habits;
import app.rapport.ui.Page;

/** What the viewer does at tables. */
public record HabitsPage(Habits habits) implements Page {}
