package app.rapport.cli;

/** A command cannot go on; the message is one sentence for the person at the terminal. */
final class Failure extends RuntimeException {
    Failure(String message) {
        super(message);
    }
}
