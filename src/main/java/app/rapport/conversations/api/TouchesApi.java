package app.rapport.conversations.api;

import static app.rapport.kernel.GivenWords.orEmpty;

import app.rapport.access.Refused;
import app.rapport.conversations.Channel;
import app.rapport.conversations.Conversations;
import app.rapport.conversations.Side;
import app.rapport.conversations.Sight;
import app.rapport.conversations.Touch;
import app.rapport.conversations.TypedTouch;
import app.rapport.conversations.Withdrawals;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Touches over the API. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class TouchesApi {
    private final Conversations conversations;
    private final Withdrawals withdrawals;
    private final People people;
    private final Clock clock;

    TouchesApi(Conversations conversations, Withdrawals withdrawals, People people, Clock clock) {
        this.conversations = conversations;
        this.withdrawals = withdrawals;
        this.people = people;
        this.clock = clock;
    }

    record PartyJson(String role, String name, String address, @Nullable UUID person) {}

    /**
     * @param subject and {@code words} null where the viewer does not see them; {@code side} you,
     *     us, them or both
     */
    record TouchJson(
            UUID id,
            UUID thread,
            String kind,
            @Nullable String at,
            @Nullable Integer minutes,
            String side,
            @Nullable String subject,
            @Nullable String words,
            List<PartyJson> parties) {
        static TouchJson of(Touch touch) {
            return new TouchJson(
                    touch.id().value(),
                    touch.thread(),
                    touch.channel().word(),
                    touch.at()
                            .map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString())
                            .orElse(null),
                    touch.minutes().orElse(null),
                    touch.side().name().toLowerCase(Locale.ROOT),
                    touch.sight().shows(Sight.SUBJECT) ? touch.subject() : null,
                    touch.mayRead() ? touch.words() : null,
                    touch.parties().stream()
                            .map(party ->
                                    new PartyJson(
                                            party.role(),
                                            party.name(),
                                            party.address(),
                                            party.person().map(PersonId::value).orElse(null)))
                            .toList());
        }
    }

    record TouchList(List<TouchJson> items, @Nullable String next) {}

    @GetMapping("/api/v1/contacts/{id}/touches")
    TouchList ofContact(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") int limit,
            Viewer viewer) {
        PersonId person = new PersonId(id);
        if (people.card(viewer, person).isEmpty())
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        int most = Math.clamp(limit, 1, 200);
        Optional<Touch> before =
                Optional.ofNullable(cursor)
                        .map(TouchId::new)
                        .flatMap(c ->
                                Optional.ofNullable(
                                        conversations.touches(viewer, List.of(c)).get(c)));
        List<Touch> touches = conversations.story(viewer, person, clock.instant(), before, most);
        return new TouchList(
                touches.stream().map(TouchJson::of).toList(),
                touches.size() < most ? null : touches.getLast().id().toString());
    }

    @GetMapping("/api/v1/touches/{id}")
    TouchJson one(@PathVariable UUID id, Viewer viewer) {
        return conversations
                .touch(viewer, new TouchId(id))
                .map(TouchJson::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /**
     * @param kind call, meeting, letter or note; {@code side} you, them or both
     */
    record NewTouch(
            String kind,
            List<UUID> people,
            OffsetDateTime at,
            @Nullable String side,
            @Nullable Integer minutes,
            @Nullable String subject,
            @Nullable String words,
            @Nullable UUID corrects) {}

    @PostMapping("/api/v1/touches")
    @ResponseStatus(HttpStatus.CREATED)
    TouchJson log(@RequestBody NewTouch touch, Viewer viewer) {
        List<PersonId> persons =
                touch.people() == null
                        ? List.of()
                        : touch.people().stream().map(PersonId::new).toList();
        if (people.cards(viewer, persons).size() < persons.stream().distinct().count())
            throw new Refused("people", "There is no such person");
        try {
            TypedTouch typed =
                    new TypedTouch(
                            channel(touch.kind()),
                            persons,
                            at(touch),
                            side(touch.side()),
                            Optional.ofNullable(touch.minutes()),
                            orEmpty(touch.subject()),
                            orEmpty(touch.words()),
                            Optional.ofNullable(touch.corrects()).map(TouchId::new));
            return one(conversations.log(viewer, typed).value(), viewer);
        } catch (TypedTouch.Refused e) {
            throw new Refused(e.field(), String.valueOf(e.getMessage()));
        }
    }

    /** What was logged goes into the bin; mail and meetings of a calendar cannot. */
    @DeleteMapping("/api/v1/touches/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id, Viewer viewer) {
        one(id, viewer);
        switch (withdrawals.withdraw(viewer, new TouchId(id))) {
            case DELETED -> {}
            case CHANGED_SINCE ->
                    throw new ResponseStatusException(
                            HttpStatus.CONFLICT,
                            "It was corrected or deleted meanwhile. Delete what stands in its place");
            case STAYS ->
                    throw new ResponseStatusException(
                            HttpStatus.CONFLICT,
                            "Only what was logged by hand can be deleted: mail and meetings of a calendar would come in again. Undo the import that brought them, or keep the address private");
        }
    }

    private static java.time.Instant at(NewTouch touch) {
        if (touch.at() == null) throw new Refused("at", "Say when it was, as 2026-03-10T14:30:00Z");
        return touch.at().toInstant();
    }

    private static Channel channel(@Nullable String kind) {
        try {
            return Channel.of(kind == null ? "" : kind);
        } catch (IllegalArgumentException e) {
            throw new Refused("kind", "One of call, meeting, letter, note");
        }
    }

    private static Side side(@Nullable String side) {
        return switch (side == null ? "you" : side) {
            case "you", "us" -> Side.YOU;
            case "them" -> Side.THEM;
            case "both" -> Side.BOTH;
            default -> throw new Refused("side", "One of you, them, both");
        };
    }
}
