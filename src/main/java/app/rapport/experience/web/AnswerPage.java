package app.rapport.experience.web;

import app.rapport.experience.OpenSurveys.Opened;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import java.util.Optional;

/**
 * The question behind a link, or what became of it.
 *
 * @param chosen the number that was tapped in the mail
 * @param words what was typed
 */
public record AnswerPage(
        String secret, Opened opened, Optional<Integer> chosen, String words, Wrong wrong)
        implements Page {

    public boolean isChosen(int rating) {
        return chosen.filter(one -> one == rating).isPresent();
    }

    @Override
    public int status() {
        return switch (opened) {
            case Opened.Question _ -> wrong.any() ? 422 : 200;
            case Opened.Answered _ -> 200;
            case Opened.Nothing _ -> 404;
            case Opened.TooOften _ -> 429;
        };
    }
}
