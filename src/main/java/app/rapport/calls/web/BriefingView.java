package app.rapport.calls.web;

import app.rapport.calls.Briefings.Briefing;
import app.rapport.calls.Briefings.LastMood;
import app.rapport.calls.model.Found;
import app.rapport.calls.model.Heard;
import app.rapport.conversations.Channel;
import app.rapport.conversations.Questions.Question;
import app.rapport.conversations.Touch;
import app.rapport.kernel.Evidence;
import app.rapport.kernel.Excerpt;
import app.rapport.promises.model.Promise;
import app.rapport.ui.Times;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one should know before a talk, as pages show it. */
public record BriefingView(Briefing briefing) {
    private static final int SHOWN = 220;

    /**
     * A touch in short.
     *
     * @param quote whether the words are those that somebody wrote
     */
    public record Said(
            String href,
            String icon,
            boolean ours,
            Optional<Instant> at,
            String words,
            boolean quote) {
        static Said of(Touch touch) {
            String words = touch.replyText().isBlank() ? touch.words() : touch.replyText();
            String flat =
                    (words.isBlank() ? touch.subject() : words).replaceAll("\\s+", " ").strip();
            return new Said(
                    "/touches/" + touch.id(),
                    BriefingView.icon(touch.channel()),
                    touch.side().ours(),
                    touch.at(),
                    Excerpt.of(flat, SHOWN),
                    touch.channel() == Channel.MAIL || touch.channel() == Channel.LETTER);
        }
    }

    static String icon(Channel channel) {
        return switch (channel) {
            case MAIL -> "mail";
            case CALL -> "phone";
            case MEETING -> "calendar-event";
            case LETTER -> "file-text";
            case NOTE -> "pencil";
        };
    }

    /** What the viewer may read of it, newest first. */
    public List<Said> story() {
        return briefing.story().stream().filter(Touch::mayRead).map(Said::of).toList();
    }

    public List<Promise> promises(Promise.Side side) {
        return briefing.promises().stream().filter(one -> one.side() == side).toList();
    }

    public List<Promise> ours() {
        return promises(Promise.Side.OURS);
    }

    public List<Promise> theirs() {
        return promises(Promise.Side.THEIRS);
    }

    public static String what(Promise promise, Times times) {
        String what = promise.what().isEmpty() ? "A promise made in a mail" : promise.what();
        return what + promise.due().map(due -> ", " + times.longDay(due.day())).orElse("");
    }

    public List<Question> theirQuestions() {
        return briefing.questions().theirs();
    }

    public List<Question> ourQuestions() {
        return briefing.questions().ours();
    }

    public static String href(Evidence words) {
        return "/touches/" + words.touch() + "?from=" + words.start() + "&to=" + words.end();
    }

    public List<Heard> cares() {
        return heard(Found.Kind.NEED, Found.Kind.NEED_SENSED);
    }

    public List<Heard> stillOpen() {
        return heard(Found.Kind.QUESTION, Found.Kind.HESITATION);
    }

    private List<Heard> heard(Found.Kind one, Found.Kind other) {
        return briefing.heard().stream()
                .filter(heard -> heard.kind() == one || heard.kind() == other)
                .toList();
    }

    public Map<String, String> discovered() {
        return briefing.discovered();
    }

    public Optional<LastMood> mood() {
        return briefing.mood();
    }

    public boolean knowsNothing() {
        return briefing.story().isEmpty()
                && briefing.promises().isEmpty()
                && briefing.heard().isEmpty()
                && briefing.discovered().isEmpty()
                && briefing.note().isEmpty();
    }
}
