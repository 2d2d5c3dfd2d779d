package app.rapport.experience.web;

import app.rapport.conversations.Channel;
import app.rapport.experience.model.Answer;
import app.rapport.experience.model.Change;
import app.rapport.experience.store.ChangeRows.Outcome;
import app.rapport.ui.Choice;
import app.rapport.ui.Page;
import app.rapport.ui.Tab;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What customers said, newest first, and what became of it.
 *
 * @param more whether there are older ones
 * @param changes that an answer may have led to as well
 */
public record HeardPage(
        List<Answer> answers,
        boolean more,
        Map<UUID, List<Outcome>> outcomes,
        List<Change> changes,
        List<Tab> tabs)
        implements Page {
    public List<Outcome> of(Answer answer) {
        return outcomes.getOrDefault(answer.id(), List.of());
    }

    public static List<Choice> channels() {
        return List.of(
                new Choice(Channel.CALL.word(), "By phone"),
                new Choice(Channel.MEETING.word(), "In a meeting"),
                new Choice(Channel.LETTER.word(), "In writing"));
    }
}
