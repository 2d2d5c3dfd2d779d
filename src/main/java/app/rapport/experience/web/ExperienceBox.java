package app.rapport.experience.web;

import app.rapport.experience.Experiences;
import app.rapport.kernel.AccountSection;
import app.rapport.kernel.PersonSection;
import app.rapport.kernel.PersonSection.Place;
import app.rapport.kernel.PersonSection.Section;
import app.rapport.people.People;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Experience on a contact's page and on a company's. */
@Configuration(proxyBeanMethods = false)
public class ExperienceBox {
    private static final String TEMPLATE = "experience/ExperienceBox.jte";
    private static final int ORDER = 11;

    @Bean
    PersonSection experienceOfPerson(Experiences experiences, People people) {
        return (viewer, person, at) ->
                people.card(viewer, person)
                        .filter(card -> !card.colleague())
                        .map(card ->
                                new Section(
                                        Place.ASIDE,
                                        ORDER,
                                        TEMPLATE,
                                        new ExperienceView(
                                                "/people/" + person,
                                                card.name(),
                                                experiences.with(viewer, person, at))));
    }

    @Bean
    AccountSection experienceOfAccount(Experiences experiences) {
        return (viewer, account, people, at) ->
                Optional.of(
                        new Section(
                                Place.ASIDE,
                                ORDER,
                                TEMPLATE,
                                new ExperienceView(
                                        "/accounts/" + account,
                                        "",
                                        experiences.with(viewer, account, people, at))));
    }
}
