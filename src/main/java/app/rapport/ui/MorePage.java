package app.rapport.ui;

/** On a phone: the entries that the foot bar has no room for. */
public record MorePage() implements Page {}
