package app.rapport.people.web;

import app.rapport.people.model.Side;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import java.util.List;

/**
 * Two records before they become one: where they differ somebody chooses, the rest is put together.
 *
 * @param home path of the record that stays
 * @param otherHome path of the one that becomes part of it
 * @param other its id
 * @param company whether they are companies, not people
 * @param same what both say, or only one of them
 */
public record MergePage(
        String home,
        String name,
        String otherHome,
        String otherName,
        String other,
        boolean company,
        List<Choice> choices,
        List<Said> same,
        Wrong wrong)
        implements Page {

    /**
     * @param field by which the choice is sent
     */
    public record Choice(String field, String label, String here, String there, Side side) {}

    public record Said(String label, String text) {}

    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }
}
