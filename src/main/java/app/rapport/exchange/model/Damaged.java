package app.rapport.exchange.model;

import java.io.IOException;

/** A file that cannot be read as what it is; the message is a sentence for whoever brought it. */
public final class Damaged extends IOException {
    private static final long serialVersionUID = 1;

    public Damaged(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
