package app.rapport.people.web;

import app.rapport.people.Tie;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import java.util.List;

/**
 * What a person is to companies and to other people.
 *
 * @param from theirs, {@code to} those of others to them
 * @param typed what stands in the form
 */
public record TiesPage(
        String name, String home, List<Tie> from, List<Tie> to, PartyForm typed, Wrong wrong)
        implements Page {

    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }
}
