package app.rapport.exchange.model;

/**
 * How far a file is read.
 *
 * @param items of the file that are read
 * @param finished whether there are no more
 */
public record Reached(Source source, long items, boolean finished) {}
