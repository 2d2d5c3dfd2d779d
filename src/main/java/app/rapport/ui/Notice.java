package app.rapport.ui;

import java.util.Optional;

/**
 * The undo line: what was just done, and the way back.
 *
 * @param undo path that a POST is sent to in order to undo it
 */
public record Notice(String text, Optional<String> undo) {
    public static Notice of(String text) {
        return new Notice(text, Optional.empty());
    }

    public static Notice undoable(String text, String path) {
        return new Notice(text, Optional.of(path));
    }
}
