package app.rapport.experience.api;

import app.rapport.access.Refused;
import app.rapport.experience.model.Occasion;

/** Words of a body as the room takes them. */
final class Said {
    private Said() {}

    static Occasion occasion(String word) {
        return Occasion.of(word)
                .orElseThrow(() -> new Refused("occasion", "There is no such moment"));
    }
}
