package app.rapport.listening.dates;

/**
 * That something is to be done again and again.
 *
 * @param start place in the text, inclusive; a day that is named beside it ("every Friday") is
 *     outside
 * @param end exclusive
 */
public record Again(Recurrence every, int start, int end) {}
