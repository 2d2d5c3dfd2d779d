package app.rapport.ui;

/** Find or do, for a browser without script. */
public record FindPage(FindResults results) implements Page {}
