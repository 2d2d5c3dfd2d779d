package app.rapport.promises.web;

import app.rapport.kernel.PersonId;
import app.rapport.kernel.PersonSection;
import app.rapport.kernel.PersonSection.Place;
import app.rapport.kernel.PersonSection.Section;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import app.rapport.promises.FoundPromises;
import app.rapport.promises.Promises;
import app.rapport.promises.Trusting;
import app.rapport.promises.model.Promise;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Promises both ways and trust, on a contact's page. */
@Configuration(proxyBeanMethods = false)
public class PromiseBox {
    private static final int SHOWN = 8;

    @Bean
    PersonSection promisesWithPerson(Promises promises, FoundPromises found, People people) {
        return (viewer, person, at) -> {
            if (people.card(viewer, person).map(PersonCard::colleague).orElse(true))
                return Optional.empty();
            List<Promise> all = promises.with(viewer, person, at);
            FoundPromises.Found read = found.with(viewer, person, all, at);
            List<PromiseLine> open =
                    all.stream()
                            .filter(one -> !one.state(viewer.zone()).isSettled())
                            .limit(SHOWN)
                            .map(one -> PromiseLine.of(one, viewer, at, read.kept().get(one.id())))
                            .toList();
            return Optional.of(
                    new Section(
                            Place.MAIN,
                            15,
                            "promises/PromiseBox.jte",
                            new Box(person, open, read.offers())));
        };
    }

    @Bean
    PersonSection trustWithPerson(Trusting trusting, People people) {
        return (viewer, person, at) ->
                people.card(viewer, person)
                        .filter(card -> !card.colleague())
                        .map(card ->
                                new Section(
                                        Place.ASIDE,
                                        12,
                                        "promises/TrustBox.jte",
                                        TrustView.of(card, trusting.with(viewer, person, at))));
    }

    /**
     * @param open not settled, newest first
     */
    public record Box(PersonId person, List<PromiseLine> open, List<FoundPromises.Offer> offers) {
        public String path() {
            return "/people/" + person + "/promises";
        }

        public List<PromiseLine> ours() {
            return of(Promise.Side.OURS);
        }

        public List<PromiseLine> theirs() {
            return of(Promise.Side.THEIRS);
        }

        private List<PromiseLine> of(Promise.Side side) {
            return open.stream().filter(line -> line.promise().side() == side).toList();
        }
    }
}
