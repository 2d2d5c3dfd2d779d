package app.rapport.balance.web;

import app.rapport.balance.DealBalances;
import app.rapport.balance.DealBalances.OfDeal;
import app.rapport.deals.Deal;
import app.rapport.deals.DealSection;
import app.rapport.kernel.PersonSection.Place;
import app.rapport.kernel.PersonSection.Section;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who went how far while a deal ran, on its own page. */
@Configuration(proxyBeanMethods = false)
public class DealBalanceBox {
    private static final int ORDER = 12;

    /** Whose balance shows what made it. */
    public record With(String name, String href) {}

    public record Box(OfDeal one, List<With> with) {
        public ShareView share() {
            return new ShareView(one.share());
        }
    }

    @Bean
    DealSection balanceOfDeal(DealBalances balances) {
        return (viewer, deal, at) ->
                balances.of(viewer, deal.id().toString(), at)
                        .map(one ->
                                new Section(
                                        Place.ASIDE,
                                        ORDER,
                                        "balance/DealBalanceBox.jte",
                                        new Box(one, with(deal))));
    }

    /** Those who have a part in it, else the company, all of whom are weighed. */
    private static List<With> with(Deal deal) {
        if (deal.people().isEmpty())
            return deal.account().stream()
                    .filter(_ -> !deal.accountName().isEmpty())
                    .map(id -> new With(deal.accountName(), "/accounts/" + id + "/balance"))
                    .toList();
        return deal.people().stream()
                .map(one -> new With(one.name(), "/people/" + one.person() + "/balance"))
                .toList();
    }
}
