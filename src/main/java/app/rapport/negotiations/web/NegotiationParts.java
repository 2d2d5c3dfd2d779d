package app.rapport.negotiations.web;

import app.rapport.deals.DealId;
import app.rapport.deals.DealSection;
import app.rapport.kernel.PersonSection.Place;
import app.rapport.kernel.PersonSection.Section;
import app.rapport.negotiations.NegotiationLine;
import app.rapport.negotiations.Negotiations;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The viewer's negotiations on the page of their deal. */
@Configuration(proxyBeanMethods = false)
public class NegotiationParts {
    public record Box(DealId deal, List<NegotiationLine> lines) {}

    @Bean
    DealSection negotiationsOfDeal(Negotiations negotiations) {
        return (viewer, deal, _) ->
                Optional.of(
                        new Section(
                                Place.ASIDE,
                                10,
                                "negotiations/NegotiationBox.jte",
                                new Box(deal.id(), negotiations.of(viewer, deal.id()))));
    }
}
