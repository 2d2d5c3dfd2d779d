package app.rapport.mirror.web;

import app.rapport.conversations.Touch;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.mirror.model.Figure;
import app.rapport.mirror.model.Group;
import app.rapport.mirror.model.Met;
import app.rapport.people.PersonCard;
import app.rapport.ui.Page;
import app.rapport.ui.Times;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is behind one bar, newest first.
 *
 * @param home of the mirror
 * @param all how many there are, of which the first are listed
 */
public record MirrorFactsPage(
        String home,
        String name,
        boolean own,
        Figure figure,
        Group group,
        List<Met> facts,
        int all,
        Map<PersonId, PersonCard> people,
        Map<TouchId, Touch> touches)
        implements Page {

    public String line(Met fact) {
        String who =
                fact.with()
                        .flatMap(id -> Optional.ofNullable(people.get(id)))
                        .map(PersonCard::name)
                        .orElse("Somebody");
        String said =
                fact.touch()
                        .flatMap(id -> Optional.ofNullable(touches.get(id)))
                        .map(Touch::subject)
                        .orElse(fact.words());
        String what = said.isBlank() ? "" : ": " + said;
        return who + fact.took().map(took -> ", after " + Times.span(took)).orElse("") + what;
    }
}
