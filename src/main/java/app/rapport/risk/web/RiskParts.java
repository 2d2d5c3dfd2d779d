package app.rapport.risk.web;

import app.rapport.deals.DealSection;
import app.rapport.deals.DealsTab;
import app.rapport.kernel.PersonSection.Place;
import app.rapport.kernel.PersonSection.Section;
import app.rapport.kernel.SearchSource;
import app.rapport.kernel.Viewer;
import app.rapport.risk.DealRisk;
import app.rapport.risk.Risks;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Risks on the page of their deal, beside the lists of deals, and in the palette. */
@Configuration(proxyBeanMethods = false)
public class RiskParts {
    public record Box(DealRisk risk) {
        public Scale scale() {
            return DealRiskPage.scale(risk.sheet());
        }
    }

    @Bean
    DealSection riskOfDeal(Risks risks) {
        return (viewer, deal, _) ->
                risks.of(viewer, deal.id())
                        .map(risk ->
                                new Section(Place.ASIDE, 15, "risk/RiskBox.jte", new Box(risk)));
    }

    @Bean
    DealsTab riskOfBook() {
        return new DealsTab("Risk", "/risk", 10);
    }

    @Bean
    SearchSource risksFound() {
        return new SearchSource() {
            @Override
            public List<Hit> find(Viewer viewer, String words, int limit) {
                return List.of();
            }

            @Override
            public List<Hit> doings(Viewer viewer, String words, Optional<Hit> first) {
                return List.of(
                        new Hit("do", "Risk of the book", "", "/risk", 0.5),
                        new Hit("do", "Risks of your own", "", "/risk/mine", 0.5));
            }
        };
    }
}
