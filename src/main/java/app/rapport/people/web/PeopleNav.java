package app.rapport.people.web;

import app.rapport.kernel.SearchSource;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import app.rapport.ui.NavEntry;
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
                        .alsoHomeOf("/accounts")
                        .alsoOnPhone());
    }

    @Override
    public List<Hit> find(Viewer viewer, String words, int limit) {
        List<PersonCard> found = people.search(viewer, words, limit);
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            PersonCard card = found.get(i);
            hits.add(
                    new Hit(
                            "person",
                            card.name(),
                            card.where().isEmpty()
                                    ? card.addresses().stream().findFirst().orElse("")
                                    : card.where(),
                            "/people/" + card.id(),
                            1.0 - i * 0.01));
        }
        return hits;
    }
}
