package app.rapport.access;

/** A fresh server became somebody's. */
public record ServerClaimed() {}
