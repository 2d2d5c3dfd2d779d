package app.rapport.people.web;

import app.rapport.kernel.MemberId;
import app.rapport.people.model.PeopleQuery;
import app.rapport.people.model.Since;
import app.rapport.people.web.PeoplePage.Chip;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The filters that are on, in words. */
final class Chips {
    private final PeopleQuery query;
    private final List<Chip> chips = new ArrayList<>();

    private Chips(PeopleQuery query) {
        this.query = query;
    }

    /**
     * @param company the name of the company that is asked for by its id
     */
    static List<Chip> of(PeopleQuery query, Map<MemberId, String> members, String company) {
        Chips on = new Chips(query);
        on.add("company", "Company: " + query.company(), !query.company().isEmpty());
        on.add("account", "Company: " + company, query.account().isPresent());
        on.add("owner", "Owner: " + owner(query.owner(), members), !query.owner().isEmpty());
        on.add("tag", "Tag: " + query.tag(), !query.tag().isEmpty());
        query.touched()
                .ifPresent(since ->
                        on.add(
                                "touched",
                                span(since, "In touch within ", "In touch since "),
                                true));
        query.untouched()
                .ifPresent(since ->
                        on.add("untouched", span(since, "No touch for ", "No touch since "), true));
        on.add("source", "From " + source(query.source()), !query.source().isEmpty());
        on.add("import", "From one import", query.importId().isPresent());
        on.add("open", "Waits for your answer", query.open());
        switch (query.who()) {
            case PEOPLE -> {}
            case COLLEAGUES -> on.add("who", "Colleagues only", true);
            case EVERYBODY -> on.add("who", "Colleagues too", true);
        }
        return on.chips;
    }

    private void add(String name, String label, boolean on) {
        if (on) chips.add(new Chip(label, "/people?" + query.with(name, "").text()));
    }

    private static String owner(String owner, Map<MemberId, String> members) {
        return switch (owner) {
            case "me" -> "you";
            case "none" -> "nobody";
            default ->
                    members.entrySet().stream()
                            .filter(member -> member.getKey().toString().equals(owner))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElse("somebody who left");
        };
    }

    private static String span(Since since, String days, String date) {
        return (since.text().endsWith("d") ? days : date) + since.words();
    }

    static String source(String source) {
        return switch (source) {
            case "mail" -> "mail";
            case "typed" -> "typing";
            default -> source;
        };
    }
}
