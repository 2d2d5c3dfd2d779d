package app.rapport.access;

/** A request that cannot be granted; {@link #field} names what to mend, the message says how. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String field;
    private final String message;

    public Refused(String field, String message) {
        super(message);
        this.field = field;
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }

    public String field() {
        return field;
    }
}
