package app.rapport.people.web;

import app.rapport.kernel.SearchSource;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import app.rapport.ui.NavEntry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** People in the side, and in what is found by typing. */
@Component
class PeopleNav implements NavEntry, SearchSource {
    private final People people;

    PeopleNav(People people) {
        this.people = people;
    }

    @Override
    public Optional<Item> item(Viewer viewer) {
        return Optional.of(
                Item.of("People", "/people", "users", "p", 20)
                        .alsoHomeOf("/accounts", "/duplicates", "/calls")
                        .alsoOnPhone());
    }

    @Override
    public List<Hit> find(Viewer viewer, String words, int limit) {
        List<Hit> hits = new ArrayList<>();
        for (People.Found found : people.find(viewer, words, limit)) {
            double best = found.exact() ? 1.0 : Hit.CLOSE;
            hits.add(hit(found.card(), best - hits.size() * 0.01));
        }
        for (People.Company company : people.findCompanies(words, 3)) {
            hits.add(
                    new Hit(
                            "company",
                            company.name(),
                            "company",
                            "/accounts/" + company.id(),
                            0.85));
        }
        return hits;
    }

    /** Where nobody is called so, they may be new. */
    @Override
    public List<Hit> doings(Viewer viewer, String words, Optional<Hit> first) {
        if (first.filter(hit -> !hit.close()).isPresent()) return List.of();
        if (words.isEmpty()) return List.of(new Hit("do", "New person", "", "/people/new", 0.8));
        String name = URLEncoder.encode(words, StandardCharsets.UTF_8);
        return List.of(
                new Hit(
                        "add",
                        "Add a new person called '" + words + "'",
                        "",
                        "/people/new?name=" + name,
                        0.1));
    }

    private static Hit hit(PersonCard card, double score) {
        String detail =
                card.where().isEmpty()
                        ? card.addresses().stream().findFirst().orElse("")
                        : card.where();
        return new Hit("person", card.name(), detail, "/people/" + card.id(), score);
    }
}
