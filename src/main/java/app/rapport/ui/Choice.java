package app.rapport.ui;

/** One choice of a select. */
public record Choice(String value, String label) {}
