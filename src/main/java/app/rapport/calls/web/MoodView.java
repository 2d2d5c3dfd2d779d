package app.rapport.calls.web;

import app.rapport.calls.model.TalkLog.Mood;

/** A mood as icon and word. */
public record MoodView(String value, String word, String icon, String style) {
    public static MoodView of(Mood mood) {
        return switch (mood) {
            case UNHAPPY -> new MoodView("unhappy", "Unhappy", "mood-sad", "r-unhappy");
            case SATISFIED -> new MoodView("satisfied", "Satisfied", "mood-neutral", "r-satisfied");
            case DELIGHTED -> new MoodView("delighted", "Delighted", "mood-happy", "r-delighted");
            case NOT_SAID -> new MoodView("not_said", "Hard to say", "circle-dashed", "r-unknown");
        };
    }
}
