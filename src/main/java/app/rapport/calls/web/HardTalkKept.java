package app.rapport.calls.web;

import app.rapport.calls.HardTalk;
import app.rapport.calls.model.HardField;
import app.rapport.calls.model.HardWords;
import app.rapport.ui.Page;
import java.util.List;
import java.util.stream.Stream;

/**
 * That a sheet is saved, and what it holds now where that is other than what was sent.
 *
 * @param sent what the browser sent
 */
public record HardTalkKept(HardTalk talk, HardWords sent) implements Page {
    public List<HardField> merged() {
        return Stream.of(HardField.values())
                .filter(field -> !talk.words().of(field).equals(sent.of(field)))
                .toList();
    }
}
