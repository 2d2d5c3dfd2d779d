package app.rapport.experience.web;

import app.rapport.experience.OpenSurveys;
import app.rapport.experience.OpenSurveys.Opened;
import app.rapport.kernel.OpenDoor;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a customer answers, without a login: the secret in the address is the key. */
@Controller
@OpenDoor
class AnswerController {
    private final OpenSurveys surveys;

    AnswerController(OpenSurveys surveys) {
        this.surveys = surveys;
    }

    @GetMapping("/answer/{secret}")
    AnswerPage question(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String rating,
            HttpServletResponse response) {
        guard(response);
        return new AnswerPage(secret, surveys.open(secret), number(rating), "", Wrong.NOTHING);
    }

    @PostMapping("/answer/{secret}")
    AnswerPage answer(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String rating,
            @RequestParam(defaultValue = "") String words,
            HttpServletResponse response) {
        guard(response);
        Opened opened = surveys.open(secret);
        Optional<Integer> chosen = number(rating);
        if (opened instanceof Opened.Question question
                && chosen.filter(question.measure()::has).isEmpty())
            return new AnswerPage(
                    secret,
                    opened,
                    Optional.empty(),
                    words,
                    new Wrong("rating", "Tap one number."));
        return new AnswerPage(
                secret,
                opened instanceof Opened.Question
                        ? surveys.answer(secret, chosen.orElseThrow(), words)
                        : opened,
                Optional.empty(),
                "",
                Wrong.NOTHING);
    }

    /** The address is a key: it is kept nowhere and told to nobody. */
    private static void guard(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex");
    }

    private static Optional<Integer> number(String typed) {
        return typed.matches("\\d{1,2}") ? Optional.of(Integer.valueOf(typed)) : Optional.empty();
    }
}
