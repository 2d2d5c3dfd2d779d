package app.rapport.kernel;

/**
 * Where a conclusion comes from: a touch and the passage in its new text, {@code start} inclusive
 * to {@code end} exclusive in UTF-16 units; {@code 0, 0} when the touch as a whole is meant.
 * Carries no words: whoever shows it asks the touch's room, so that privacy holds at one point.
 */
public record Evidence(TouchId touch, int start, int end) {
    public Evidence {
        if (start < 0 || end < start)
            throw new IllegalArgumentException("no passage: " + start + ".." + end);
    }

    public static Evidence whole(TouchId touch) {
        return new Evidence(touch, 0, 0);
    }
}
