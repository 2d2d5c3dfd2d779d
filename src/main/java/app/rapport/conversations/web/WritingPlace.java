package app.rapport.conversations.web;

import app.rapport.conversations.Channel;
import app.rapport.conversations.Conversations;
import app.rapport.conversations.Draft;
import app.rapport.conversations.Touch;
import app.rapport.conversations.Writing;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.PersonSection;
import app.rapport.kernel.Viewer;
import app.rapport.kernel.WritingDesk;
import app.rapport.post.Post;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Below the story: where a mail is written, and drafts that wait. */
@Component
public class WritingPlace implements PersonSection, WritingDesk {
    private final Writing writing;
    private final Conversations conversations;
    private final Post post;
    private final Clock clock;

    WritingPlace(Writing writing, Conversations conversations, Post post, Clock clock) {
        this.writing = writing;
        this.conversations = conversations;
        this.post = post;
        this.clock = clock;
    }

    /**
     * @param from the address that mails leave from; empty while no server is set
     */
    public record Place(List<Draft> drafts, Optional<String> from, Optional<Desk> desk) {}

    @Override
    public Optional<Section> section(Viewer viewer, PersonId person, Instant at) {
        return Optional.of(
                new Section(
                        PersonSection.Place.MAIN,
                        40,
                        "conversations/WritingPlace.jte",
                        new Place(
                                writing.drafts(viewer, person),
                                post.from(viewer),
                                desk(viewer, person))));
    }

    /** Their mail is answered where the last word is theirs. */
    @Override
    public Optional<Desk> desk(Viewer viewer, PersonId person) {
        if (post.from(viewer).isEmpty()) return Optional.empty();
        return Optional.of(
                lastOfTheirs(viewer, person)
                        .map(mail -> new Desk("Answer", "/touches/" + mail.id() + "/answer"))
                        .orElse(new Desk("Write", "/people/" + person + "/write")));
    }

    private Optional<Touch> lastOfTheirs(Viewer viewer, PersonId person) {
        Conversations.BothWays words =
                conversations.lastWords(viewer, List.of(person), clock.instant()).get(person);
        if (words == null) return Optional.empty();
        Instant ours = words.ours().flatMap(Touch::at).orElse(Instant.MIN);
        return words.theirs()
                .filter(mail -> mail.channel() == Channel.MAIL && mail.mayRead())
                .filter(mail -> mail.at().orElse(Instant.MIN).isAfter(ours));
    }
}
