package app.rapport.calls.api;

import app.rapport.access.Refused;
import app.rapport.calls.model.PlanText;
import app.rapport.calls.model.TalkPlan;
import app.rapport.calls.model.TalkPlan.Terms;
import app.rapport.conversations.Channel;
import app.rapport.kernel.PersonId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a plan. When one is changed, what is left out stays as it is.
 *
 * @param contact with whom, {@code meeting} of the member's calendar; both stay as it was made
 * @param startsAt and {@code minutes}: null for not said
 */
record PlanBody(
        @Nullable UUID contact,
        @Nullable UUID meeting,
        @Nullable String kind,
        @Nullable String channel,
        @Nullable OffsetDateTime startsAt,
        @Nullable Integer minutes,
        @Nullable String aim,
        @Nullable List<String> questions,
        @Nullable List<String> bring,
        @Nullable String told,
        @Nullable String others,
        @Nullable List<UUID> guests) {

    /**
     * @param said the fields that the caller named
     */
    TalkPlan on(TalkPlan plan, Set<String> said) {
        Terms standing = plan.terms();
        Terms terms =
                new Terms(
                        kind == null ? standing.kind() : kind,
                        channel == null ? standing.channel() : channel(channel),
                        standing.meeting(),
                        said.contains("startsAt")
                                ? Optional.ofNullable(startsAt).map(PlanBody::moment)
                                : standing.startsAt(),
                        said.contains("minutes")
                                ? Optional.ofNullable(minutes).map(PlanBody::length)
                                : standing.minutes());
        return new TalkPlan(
                plan.id(),
                plan.person(),
                plan.member(),
                terms,
                words(plan.words()),
                guests == null ? plan.guests() : guests.stream().map(PersonId::new).toList(),
                plan.draft(),
                plan.createdAt(),
                plan.changedAt(),
                plan.logged());
    }

    private PlanText words(PlanText standing) {
        return new PlanText(
                aim == null ? standing.aim() : aim,
                questions == null ? standing.questions() : String.join("\n", questions),
                bring == null ? standing.bring() : String.join("\n", bring),
                told == null ? standing.told() : told,
                others == null ? standing.others() : others);
    }

    private static Channel channel(String word) {
        return switch (word) {
            case "call" -> Channel.CALL;
            case "meeting" -> Channel.MEETING;
            default -> throw new Refused("channel", "One of call, meeting");
        };
    }

    private static Instant moment(OffsetDateTime at) {
        if (at.getYear() < 1970 || at.getYear() > 9999)
            throw new Refused("startsAt", "Between the years 1970 and 9999");
        return at.toInstant();
    }

    private static int length(int minutes) {
        if (minutes < 1 || minutes > 1440)
            throw new Refused("minutes", "Between 1 and 1440 minutes");
        return minutes;
    }
}
