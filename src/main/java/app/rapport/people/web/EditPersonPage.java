package app.rapport.people.web;

import app.rapport.ui.Choice;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import java.util.List;

/**
 * Everything about a person, to be changed.
 *
 * @param action where the form goes
 * @param fresh the row to which the focus goes: {@code points/2}; empty for none
 */
public record EditPersonPage(
        String name, String action, PartyForm form, List<Choice> members, String fresh, Wrong wrong)
        implements Page {

    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }
}
