package app.rapport.conversations.web;

import app.rapport.conversations.Channel;
import app.rapport.conversations.Conversations;
import app.rapport.conversations.Questions;
import app.rapport.conversations.Sight;
import app.rapport.conversations.Suggestions;
import app.rapport.conversations.Touch;
import app.rapport.conversations.model.Suggestion;
import app.rapport.kernel.Excerpt;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.PersonSection;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What conversations say on a contact's page. */
@Configuration(proxyBeanMethods = false)
public class Sections {
    private static final int STORY = 60;
    private static final int ENTRIES = 14;

    @Bean
    PersonSection lastTalk(Conversations conversations) {
        return (viewer, person, at) -> {
            List<Touch> story = conversations.story(viewer, person, at, Optional.empty(), STORY);
            if (story.isEmpty()) return Optional.empty();
            Optional<Touch> theirs =
                    story.stream()
                            .filter(touch -> !touch.side().ours() && isFrom(touch, person))
                            .findFirst();
            Optional<Touch> ours =
                    story.stream()
                            .filter(touch ->
                                    touch.side().ours()
                                            || touch.side() == app.rapport.conversations.Side.BOTH)
                            .findFirst();
            return Optional.of(
                    new PersonSection.Section(
                            PersonSection.Place.MAIN,
                            10,
                            "conversations/LastTalk.jte",
                            new LastTalk(theirs.map(Entry::of), ours.map(Entry::of))));
        };
    }

    private static boolean isFrom(Touch touch, PersonId person) {
        return touch.parties().stream()
                .anyMatch(party ->
                        party.person().equals(Optional.of(person))
                                && !party.role().equals("to")
                                && !party.role().equals("cc"));
    }

    @Bean
    PersonSection story(Conversations conversations) {
        return (viewer, person, at) ->
                Optional.of(
                        new PersonSection.Section(
                                PersonSection.Place.MAIN,
                                30,
                                "conversations/Story.jte",
                                story(conversations, viewer, person, at)));
    }

    static Story story(Conversations conversations, Viewer viewer, PersonId person, Instant at) {
        List<Touch> touches = conversations.story(viewer, person, at, Optional.empty(), STORY);
        return story(touches, touches.size() == STORY);
    }

    /**
     * @param touches newest first
     * @param more whether there are older ones
     */
    static Story story(List<Touch> touches, boolean more) {
        Map<UUID, List<Touch>> threads = new LinkedHashMap<>();
        touches.forEach(touch ->
                threads.computeIfAbsent(touch.thread(), _ -> new ArrayList<>()).add(touch));
        List<StoryEntry> entries =
                threads.values().stream().limit(ENTRIES).map(Sections::entry).toList();
        return new Story(entries, threads.size(), more);
    }

    /** One entry a thread: its newest words, the other side's where there are some. */
    private static StoryEntry entry(List<Touch> thread) {
        Touch newest = thread.getFirst();
        Touch shown =
                thread.stream()
                        .filter(touch -> !touch.side().ours() && !touch.replyText().isBlank())
                        .findFirst()
                        .orElse(newest);
        String copies =
                shown.inRole("cc").stream()
                        .filter(party -> !party.mine())
                        .map(Touch.Party::shown)
                        .limit(3)
                        .collect(Collectors.joining(", "));
        return new StoryEntry(Entry.of(shown), newest.at(), newest.thread(), thread.size(), copies);
    }

    @Bean
    PersonSection rhythm(Conversations conversations) {
        return (viewer, person, at) -> {
            return Optional.ofNullable(
                            conversations.rhythms(viewer, List.of(person), at).get(person))
                    .filter(rhythm -> !rhythm.beats().isEmpty())
                    .map(rhythm ->
                            new PersonSection.Section(
                                    PersonSection.Place.ASIDE,
                                    10,
                                    "conversations/RhythmStrip.jte",
                                    RhythmStrip.of(rhythm, at)));
        };
    }

    @Bean
    PersonSection questionsOfPerson(Questions questions) {
        return (viewer, person, at) -> {
            Questions.Open open = questions.with(viewer, person, at);
            return open.none()
                    ? Optional.empty()
                    : Optional.of(
                            new PersonSection.Section(
                                    PersonSection.Place.MAIN,
                                    20,
                                    "conversations/Questions.jte",
                                    QuestionsView.of(open)));
        };
    }

    @Bean
    PersonSection signed(Suggestions suggestions) {
        return (viewer, person, _) -> {
            List<Suggestion> offered = suggestions.of(viewer, person);
            return offered.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new PersonSection.Section(
                                    PersonSection.Place.ASIDE,
                                    20,
                                    "conversations/Suggestions.jte",
                                    SuggestionsView.of(person, offered)));
        };
    }

    @Bean
    PersonSection involved(Conversations conversations, People people) {
        return (viewer, person, at) -> {
            var companions = conversations.companions(viewer, person, at, 6);
            Map<PersonId, PersonCard> cards =
                    people.cards(viewer, companions.stream().map(c -> c.person()).toList());
            List<Companion> shown =
                    companions.stream()
                            .filter(c -> cards.containsKey(c.person()))
                            .map(c -> companion(cards.get(c.person()), c.touches(), c.last()))
                            .toList();
            return shown.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new PersonSection.Section(
                                    PersonSection.Place.ASIDE,
                                    40,
                                    "conversations/Involved.jte",
                                    new Involved(shown)));
        };
    }

    private static Companion companion(
            @org.jspecify.annotations.Nullable PersonCard card, long touches, Instant last) {
        if (card == null) throw new IllegalStateException("filtered above");
        return new Companion(
                "/people/" + card.id(),
                card.name(),
                card.where(),
                card.initials(),
                touches,
                last,
                card.colleague());
    }

    /** A touch in short. */
    public record Entry(
            String href,
            String icon,
            boolean ours,
            String who,
            Optional<Instant> at,
            String subject,
            String words,
            boolean readable,
            boolean quote,
            Optional<Duration> length) {
        private static final int SHOWN = 320;

        static Entry of(Touch touch) {
            String words = touch.replyText().isBlank() ? touch.words() : touch.replyText();
            String flat = words.replaceAll("\\s+", " ").strip();
            return new Entry(
                    "/touches/" + touch.id(),
                    Sections.icon(touch.channel()),
                    touch.side().ours(),
                    touch.side() == app.rapport.conversations.Side.YOU
                            ? "You"
                            : touch.sender()
                                    .map(Touch.Party::shown)
                                    .orElse(touch.side().ours() ? "Us" : "Both"),
                    touch.at(),
                    touch.sight().shows(Sight.SUBJECT) ? touch.title() : touch.elsewhere(),
                    Excerpt.of(flat, SHOWN),
                    touch.mayRead(),
                    touch.channel() == Channel.MAIL || touch.channel() == Channel.LETTER,
                    touch.minutes().map(Duration::ofMinutes));
        }
    }

    static String icon(Channel channel) {
        return switch (channel) {
            case MAIL -> "mail";
            case CALL -> "phone";
            case MEETING -> "calendar-event";
            case LETTER -> "file-text";
            case NOTE -> "pencil";
        };
    }

    public record LastTalk(Optional<Entry> theirs, Optional<Entry> ours) {}

    public record StoryEntry(
            Entry entry, Optional<Instant> newest, UUID thread, int touches, String copies) {}

    public record Story(List<StoryEntry> entries, int threads, boolean more) {}

    public record Companion(
            String href,
            String name,
            String where,
            String initials,
            long touches,
            Instant last,
            boolean us) {}

    public record Involved(List<Companion> people) {}
}
