package app.rapport.calls.web;

import app.rapport.calls.HardTalk;
import app.rapport.calls.HardTalks;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.PersonSection;
import app.rapport.kernel.PersonSection.Place;
import app.rapport.kernel.PersonSection.Section;
import app.rapport.people.People;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The writer's own sheets on the page of the person. */
@Configuration(proxyBeanMethods = false)
public class HardTalkParts {
    private static final int SHOWN = 5;
    private static final int ORDER = 90;

    public record HardTalkBox(PersonId person, List<HardTalk> talks) {}

    @Bean
    PersonSection hardTalksWithPerson(HardTalks talks, People people) {
        return (viewer, person, _) ->
                people.card(viewer, person)
                        .filter(card -> !card.colleague())
                        .map(_ ->
                                new Section(
                                        Place.ASIDE,
                                        ORDER,
                                        "calls/HardTalkBox.jte",
                                        new HardTalkBox(
                                                person, talks.with(viewer, person, SHOWN))));
    }
}
