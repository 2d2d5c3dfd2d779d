package app.rapport.deals.web;

import app.rapport.deals.DealLine;
import app.rapport.deals.Deals;
import app.rapport.kernel.AccountSection;
import app.rapport.kernel.PersonSection;
import app.rapport.kernel.PersonSection.Place;
import app.rapport.kernel.PersonSection.Section;
import app.rapport.kernel.SearchSource;
import app.rapport.kernel.Viewer;
import app.rapport.people.AccountBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deals on the pages of companies and people, and among what is found by typing. */
@Configuration(proxyBeanMethods = false)
public class DealParts {
    private static final int SHOWN = 10;

    /**
     * @param company to begin a new one for; empty on a person's page
     */
    public record Box(List<DealLine> deals, String company) {}

    @Bean
    AccountSection dealsWithAccount(Deals deals, AccountBook accounts) {
        return (viewer, account, _, _) ->
                accounts.account(viewer, account)
                        .map(company ->
                                new Section(
                                        Place.MAIN,
                                        20,
                                        "deals/DealBox.jte",
                                        new Box(
                                                deals.ofAccount(viewer, account, SHOWN),
                                                company.name())));
    }

    @Bean
    PersonSection dealsWithPerson(Deals deals) {
        return (viewer, person, _) -> {
            List<DealLine> found = deals.ofPerson(viewer, person, SHOWN);
            return found.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Section(Place.ASIDE, 20, "deals/DealBox.jte", new Box(found, "")));
        };
    }

    @Bean
    SearchSource dealsFound(Deals deals) {
        return new SearchSource() {
            @Override
            public List<Hit> find(Viewer viewer, String words, int limit) {
                List<Hit> hits = new ArrayList<>();
                for (DealLine deal : deals.find(viewer, words, limit))
                    hits.add(
                            new Hit(
                                    "deal",
                                    deal.name(),
                                    deal.stage().name(),
                                    "/deals/" + deal.id(),
                                    0.85 - hits.size() * 0.01));
                return hits;
            }

            @Override
            public List<Hit> doings(Viewer viewer, String words, Optional<Hit> first) {
                return List.of(new Hit("do", "New deal", "", "/deals/new", 0.6));
            }
        };
    }
}
