package app.rapport.calls.web;

import app.rapport.calls.HardTalk;
import app.rapport.calls.model.HardField;
import app.rapport.kernel.MemberId;
import app.rapport.people.PersonCard;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import java.util.List;

/**
 * A sheet for a talk one would rather avoid, beside what was said and promised before.
 *
 * @param earlier other sheets of the same writer for the same person
 */
public record HardTalkPage(
        PersonCard person,
        HardTalk talk,
        MemberId writer,
        BriefingView known,
        List<HardTalk> earlier,
        Wrong wrong)
        implements Page {

    public List<HardField> fields() {
        return List.of(HardField.values());
    }

    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }
}
