package app.rapport.ui;

/** The same for everybody; links lead only where the reader may go. */
public record HelpPage() implements Page {}
