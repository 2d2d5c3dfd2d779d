package app.rapport.linkage;

/**
 * Two rows, numbered from 0 as they were given, and the probability that they speak of the same
 * thing.
 */
public record Link(int a, int b, double probability) {}
