package app.rapport.balance.model;

/** Somebody says that an entry is wrong. */
public record Wrong(String entry, String words, String by) {}
