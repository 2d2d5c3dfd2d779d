package app.rapport.conversations.web;

import app.rapport.conversations.Draft;
import app.rapport.conversations.DraftFile;
import app.rapport.people.PersonCard;
import app.rapport.ui.Choice;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import java.util.List;
import java.util.Optional;

/**
 * Writing to a person.
 *
 * @param answered the subject of the mail that is answered
 * @param others who else was on it and is not among the copies
 * @param from the address that it leaves from; empty while no server is set
 * @param alone the form alone, to stand in another page
 */
public record WritePage(
        PersonCard person,
        Draft draft,
        List<Choice> addresses,
        Optional<String> answered,
        List<String> others,
        List<DraftFile> files,
        Optional<String> from,
        Wrong wrong,
        boolean alone)
        implements Page {

    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }
}
