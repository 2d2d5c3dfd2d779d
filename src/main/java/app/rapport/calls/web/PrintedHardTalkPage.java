package app.rapport.calls.web;

import app.rapport.calls.HardTalk;
import app.rapport.calls.model.HardField;
import app.rapport.people.PersonCard;
import app.rapport.ui.Page;
import java.util.List;
import java.util.stream.Stream;

/** A sheet for a hard talk on paper. */
public record PrintedHardTalkPage(PersonCard person, HardTalk talk, BriefingView known)
        implements Page {
    public List<HardField> filled() {
        return Stream.of(HardField.values())
                .filter(field -> !talk.words().of(field).isEmpty())
                .toList();
    }
}
