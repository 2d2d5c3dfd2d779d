package app.rapport.promises.web;

import app.rapport.kernel.PersonId;
import app.rapport.kernel.PersonSection;
import app.rapport.kernel.PersonSection.Place;
import app.rapport.kernel.PersonSection.Section;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import app.rapport.promises.Thanking;
import app.rapport.promises.model.ThanksOwed;
import app.rapport.ui.Choice;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Thanks that are owed to a person, on their page, and a line to record a favour. */
@Configuration(proxyBeanMethods = false)
public class ThanksBox {

    @Bean
    PersonSection thanksOwedToPerson(Thanking thanking, People people) {
        return (viewer, person, at) -> {
            if (people.card(viewer, person).map(PersonCard::colleague).orElse(true))
                return Optional.empty();
            return Optional.of(
                    new Section(
                            Place.MAIN,
                            16,
                            "promises/ThanksBox.jte",
                            new Box(person, thanking.owedTo(viewer, person, at))));
        };
    }

    /**
     * @param owed the latest first
     */
    public record Box(PersonId person, List<ThanksOwed> owed) {
        public String path() {
            return "/people/" + person + "/thanks";
        }

        public List<Choice> kinds() {
            return Arrays.stream(
                            new ThanksOwed.Kind[] {
                                ThanksOwed.Kind.FAVOUR,
                                ThanksOwed.Kind.INTRODUCTION,
                                ThanksOwed.Kind.REFERRAL,
                                ThanksOwed.Kind.CONTRACT,
                                ThanksOwed.Kind.MEETING
                            })
                    .map(kind -> new Choice(kind.key(), "They " + kind.deed()))
                    .toList();
        }
    }
}
