package app.rapport.negotiations.model.table;

import app.rapport.bargaining.Outcome;

/**
 * A package that might end a deadlock.
 *
 * @param why what it is, in a few words
 * @param ours what it changes for us from where we stand
 * @param theirs for them, as we believe
 */
public record WayOut(String why, Outcome outcome, Value value, double ours, double theirs) {}
