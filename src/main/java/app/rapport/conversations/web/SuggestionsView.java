package app.rapport.conversations.web;

import app.rapport.conversations.model.Suggestion;
import app.rapport.kernel.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What signatures offer for a record, on the contact's page. */
public record SuggestionsView(List<Offer> offers) {

    /**
     * @param key takes it over: 1 for the first
     * @param path where it is decided
     * @param mail opens the mail whose signature says so
     */
    public record Offer(
            String key, String label, String value, String path, String mail, Instant at) {}

    static SuggestionsView of(PersonId person, List<Suggestion> suggestions) {
        List<Offer> offers = new ArrayList<>();
        for (Suggestion one : suggestions)
            offers.add(
                    new Offer(
                            String.valueOf(offers.size() + 1),
                            label(one),
                            one.value(),
                            "/people/" + person + "/suggestions/" + one.id(),
                            "/touches/" + one.mail(),
                            one.at()));
        return new SuggestionsView(offers);
    }

    static String label(Suggestion suggestion) {
        return switch (suggestion.kind()) {
            case PHONE -> "Phone";
            case TITLE -> "Title";
            case COMPANY -> "Company";
        };
    }
}
