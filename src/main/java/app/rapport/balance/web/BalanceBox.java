package app.rapport.balance.web;

import app.rapport.balance.Balances;
import app.rapport.balance.DealBalances;
import app.rapport.balance.DealBalances.OfDeal;
import app.rapport.kernel.AccountSection;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.PersonSection;
import app.rapport.kernel.PersonSection.Place;
import app.rapport.kernel.PersonSection.Section;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The balance of effort on a contact's page and on a company's. */
@Configuration(proxyBeanMethods = false)
public class BalanceBox {
    private static final String TEMPLATE = "balance/BalanceBox.jte";
    private static final int ORDER = 12;

    /** A sale further back is no longer to be confirmed. */
    private static final Duration LATELY = Duration.ofDays(180);

    @Bean
    PersonSection balanceOfPerson(Balances balances, DealBalances deals, People people) {
        return (viewer, person, at) ->
                people.card(viewer, person)
                        .filter(card -> !card.colleague())
                        .map(card ->
                                section(
                                        new BalanceView(
                                                "/people/" + person,
                                                card.name(),
                                                balances.with(viewer, List.of(person), at),
                                                viewer.zone(),
                                                lately(deals, viewer, List.of(person), at))));
    }

    @Bean
    AccountSection balanceOfAccount(Balances balances, DealBalances deals) {
        return (viewer, account, people, at) ->
                Optional.of(
                        section(
                                new BalanceView(
                                        "/accounts/" + account,
                                        "",
                                        balances.with(viewer, people, at),
                                        viewer.zone(),
                                        lately(deals, viewer, people, at))));
    }

    private static List<OfDeal> lately(
            DealBalances deals, Viewer viewer, Collection<PersonId> people, Instant at) {
        return deals.wonBetween(viewer, people, at.minus(LATELY), at);
    }

    private static Section section(BalanceView view) {
        return new Section(Place.ASIDE, ORDER, TEMPLATE, view);
    }
}
