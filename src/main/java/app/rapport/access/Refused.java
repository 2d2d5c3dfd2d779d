package app.rapport.access;

/** A request that cannot be granted; {@link #field} names what to mend, the message says how. */
public final class Refused extends RuntimeException {
    private final String field;

    public Refused(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
