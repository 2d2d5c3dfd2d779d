package app.rapport.bargaining.files;

/** A file holds no negotiation that can be analysed; the message says which file, where and why. */
public final class Unreadable extends RuntimeException {
    Unreadable(String message) {
        super(message);
    }
}
