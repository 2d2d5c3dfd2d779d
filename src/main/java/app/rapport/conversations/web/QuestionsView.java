package app.rapport.conversations.web;

import app.rapport.conversations.Questions;
import app.rapport.kernel.Evidence;
import java.time.Instant;
import java.util.List;

/** Open questions on a contact's page: theirs to the viewer, and the viewer's to them. */
public record QuestionsView(List<Line> theirs, List<Line> ours) {

    /** What was asked, when, and the mail with the words marked. */
    public record Line(String quote, String href, Instant at) {}

    static QuestionsView of(Questions.Open open) {
        return new QuestionsView(lines(open.theirs()), lines(open.ours()));
    }

    private static List<Line> lines(List<Questions.Question> questions) {
        return questions.stream()
                .map(one ->
                        new Line(one.quote().replaceAll("\\s+", " "), href(one.words()), one.at()))
                .toList();
    }

    private static String href(Evidence words) {
        return "/touches/" + words.touch() + "?from=" + words.start() + "&to=" + words.end();
    }
}
