package app.rapport.calls.model;

import app.rapport.conversations.Channel;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A talk that somebody means to have, or had.
 *
 * @param member who of us talks
 * @param guests others of theirs whom we know
 * @param draft the mail by which it goes ahead
 */
public record TalkPlan(
        UUID id,
        PersonId person,
        MemberId member,
        Terms terms,
        PlanText words,
        List<PersonId> guests,
        Optional<UUID> draft,
        Instant createdAt,
        Instant changedAt,
        boolean logged) {
    /** As long as a talk takes where nobody says. */
    private static final int USUAL = 30;

    public TalkPlan {
        guests = List.copyOf(guests);
    }

    /**
     * What kind of talk, and when.
     *
     * @param kind key of a template
     * @param meeting of the calendar, where it came from there
     */
    public record Terms(
            String kind,
            Channel channel,
            Optional<UUID> meeting,
            Optional<Instant> startsAt,
            Optional<Integer> minutes) {}

    public Optional<Instant> endsAt() {
        return terms.startsAt().map(start -> start.plus(length()));
    }

    public Duration length() {
        return Duration.ofMinutes(terms.minutes().orElse(USUAL));
    }

    public TalkPlan with(Terms other) {
        return new TalkPlan(
                id, person, member, other, words, guests, draft, createdAt, changedAt, logged);
    }

    public TalkPlan with(PlanText other) {
        return new TalkPlan(
                id, person, member, terms, other, guests, draft, createdAt, changedAt, logged);
    }
}
