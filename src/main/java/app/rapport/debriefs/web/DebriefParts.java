package app.rapport.debriefs.web;

import app.rapport.access.House;
import app.rapport.deals.Deal;
import app.rapport.debriefs.Debriefs;
import app.rapport.debriefs.Lessons;
import app.rapport.debriefs.model.Lesson;
import app.rapport.debriefs.model.Lesson.Company;
import app.rapport.debriefs.model.Lesson.Person;
import app.rapport.kernel.PersonSection.Place;
import app.rapport.kernel.PersonSection.Section;
import app.rapport.kernel.SearchSource;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.Negotiation;
import app.rapport.negotiations.PlanSection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What was learned before, beside a plan; and the way to a debrief. */
@Configuration(proxyBeanMethods = false)
public class DebriefParts {

    /**
     * @param who whom it is about
     * @param by who wrote it
     */
    public record Learned(String who, String words, String by, Instant at) {}

    public record Box(List<Learned> before, String debrief) {}

    @Bean
    PlanSection debriefOfPlan(Debriefs debriefs, Lessons lessons, House house) {
        return (viewer, negotiation) -> {
            Optional<Deal> deal = debriefs.deal(viewer, negotiation.deal());
            var members = house.members(viewer);
            List<Learned> before =
                    lessons.before(viewer, negotiation).stream()
                            .map(one ->
                                    new Learned(
                                            who(one, deal),
                                            one.words(),
                                            members.getOrDefault(one.by(), ""),
                                            one.at()))
                            .toList();
            String home = closed(debriefs, viewer, negotiation);
            return before.isEmpty() && home.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Section(
                                    Place.ASIDE,
                                    10,
                                    "debriefs/LearnedBox.jte",
                                    new Box(before, home)));
        };
    }

    private static String closed(Debriefs debriefs, Viewer viewer, Negotiation negotiation) {
        return negotiation.opened().isPresent() && debriefs.isClosed(viewer, negotiation.id())
                ? "/negotiations/" + negotiation.id() + "/debrief"
                : "";
    }

    private static String who(Lesson lesson, Optional<Deal> deal) {
        return switch (lesson.about().orElse(null)) {
            case null -> "";
            case Person(var person) ->
                    deal.stream()
                            .flatMap(one -> one.people().stream())
                            .filter(part -> part.person().equals(person))
                            .map(part -> part.name())
                            .findFirst()
                            .orElse("");
            case Company(var _) -> deal.map(Deal::accountName).orElse("");
        };
    }

    @Bean
    SearchSource habitsFound() {
        return new SearchSource() {
            @Override
            public List<Hit> find(Viewer viewer, String words, int limit) {
                return List.of();
            }

            @Override
            public List<Hit> doings(Viewer viewer, String words, Optional<Hit> first) {
                return List.of(
                        new Hit("do", "Your habits at tables", "", "/negotiations/habits", 0.4));
            }
        };
    }
}
