package app.rapport.calls.web;

import app.rapport.calls.BusinessCases;
import app.rapport.calls.CaseOf.OfAccount;
import app.rapport.calls.CaseOf.OfDeal;
import app.rapport.calls.FiledCase;
import app.rapport.deals.DealSection;
import app.rapport.kernel.AccountSection;
import app.rapport.kernel.PersonSection.Place;
import app.rapport.kernel.PersonSection.Section;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Business cases on the pages of their companies and deals. */
@Configuration(proxyBeanMethods = false)
public class CaseParts {
    private static final int SHOWN = 10;
    private static final int ORDER = 30;

    /**
     * @param begin where a new one is made
     */
    public record Box(List<FiledCase> cases, String begin) {}

    @Bean
    AccountSection casesOfAccount(BusinessCases cases) {
        return (viewer, account, _, _) ->
                section(
                        cases.of(viewer, new OfAccount(account), SHOWN),
                        "/accounts/" + account + "/business-case");
    }

    @Bean
    DealSection casesOfDeal(BusinessCases cases) {
        return (viewer, deal, _) ->
                section(
                        cases.of(viewer, new OfDeal(deal.id()), SHOWN),
                        "/deals/" + deal.id() + "/business-case");
    }

    private static Optional<Section> section(List<FiledCase> cases, String begin) {
        return Optional.of(
                new Section(Place.ASIDE, ORDER, "calls/CaseBox.jte", new Box(cases, begin)));
    }
}
