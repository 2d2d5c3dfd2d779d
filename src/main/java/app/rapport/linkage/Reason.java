package app.rapport.linkage;

/**
 * What one column says for or against a pair.
 *
 * @param agreement how far the two values agree, in words
 * @param bits each bit doubles the odds, a negative one halves them; 0 where a value is missing
 */
public record Reason(String column, String agreement, double bits) {}
