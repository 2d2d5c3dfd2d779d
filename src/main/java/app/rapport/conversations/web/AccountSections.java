package app.rapport.conversations.web;

import app.rapport.conversations.CompanyTalks;
import app.rapport.conversations.RhythmView;
import app.rapport.conversations.Touch;
import app.rapport.conversations.store.AnswersOwed.Owed;
import app.rapport.kernel.AccountSection;
import app.rapport.kernel.PersonSection.Place;
import app.rapport.kernel.PersonSection.Section;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What conversations say on a company's page: the same as on a contact's, over all its people. */
@Configuration(proxyBeanMethods = false)
public class AccountSections {
    private static final int STORY = 60;

    @Bean
    AccountSection openQuestions(CompanyTalks talks) {
        return (viewer, _, people, at) -> {
            List<Owed> open = talks.open(viewer, people, at);
            if (open.isEmpty()) return Optional.empty();
            List<Waiting> shown =
                    open.stream()
                            .limit(3)
                            .map(mail ->
                                    new Waiting("/touches/" + mail.touch(), mail.name(), mail.at()))
                            .toList();
            return Optional.of(
                    new Section(
                            Place.BANNER,
                            10,
                            "conversations/OpenQuestions.jte",
                            new OpenQuestions(open.size(), shown)));
        };
    }

    @Bean
    AccountSection companyStory(CompanyTalks talks) {
        return (viewer, _, people, at) -> {
            List<Touch> touches = talks.story(viewer, people, at, STORY);
            return Optional.of(
                    new Section(
                            Place.MAIN,
                            30,
                            "conversations/Story.jte",
                            Sections.story(touches, touches.size() == STORY)));
        };
    }

    @Bean
    AccountSection companyRhythm(CompanyTalks talks) {
        return (viewer, _, people, at) -> {
            RhythmView rhythm = talks.rhythm(viewer, people, at);
            return rhythm.beats().isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Section(
                                    Place.ASIDE,
                                    10,
                                    "conversations/RhythmStrip.jte",
                                    RhythmStrip.of(rhythm, at)));
        };
    }

    /** A mail that waits for the viewer's answer. */
    public record Waiting(String href, String who, Instant at) {}

    /**
     * @param all how many wait; the newest few are shown
     */
    public record OpenQuestions(int all, List<Waiting> shown) {}
}
