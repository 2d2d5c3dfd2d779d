package app.rapport.conversations.web;

import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import java.util.List;

/**
 * The form that logs a call, meeting, letter or note.
 *
 * @param people offered by name
 * @param typed what stands in the fields
 */
public record LogPage(List<Offer> people, Typed typed, Wrong wrong) implements Page {
    public record Offer(String id, String name, String where) {}

    /**
     * @param at local date and time of the member, {@code 2026-03-10T14:30}
     */
    public record Typed(
            String person,
            String who,
            String channel,
            String side,
            String at,
            String minutes,
            String subject,
            String words,
            String corrects) {}

    @Override
    public int status() {
        return wrong.message().isEmpty() ? 200 : 422;
    }
}
