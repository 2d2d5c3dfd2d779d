package app.rapport.calls.model;

import app.rapport.conversations.Channel;

/**
 * What a kind of talk usually needs.
 *
 * @param key by which plans name it
 */
public record TalkTemplate(
        String key, String name, Channel channel, int minutes, PlanText words, boolean shipped) {

    /**
     * With the name of whom one talks to, and of their company, where the words have a place for
     * it.
     */
    public PlanText of(String name, String company) {
        return words.map(text ->
                text.replace("{name}", name)
                        .replace("{company}", company.isEmpty() ? "their company" : company));
    }
}
