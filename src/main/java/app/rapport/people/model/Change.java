package app.rapport.people.model;

/** A field that is other than before, in its text form. */
public record Change(String field, String before, String after) {}
