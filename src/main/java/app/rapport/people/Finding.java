package app.rapport.people;

import app.rapport.kernel.TouchId;

/**
 * What a touch says of somebody.
 *
 * @param source the touch, which the history names
 */
public record Finding(Kind kind, String value, TouchId source) {
    /** Of what it speaks. */
    public enum Kind {
        PHONE,
        TITLE,
        COMPANY
    }
}
