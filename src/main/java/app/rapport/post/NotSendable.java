package app.rapport.post;

/** A letter or an account that cannot be used; {@link #field} names what to mend. */
public final class NotSendable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String field;

    public NotSendable(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
