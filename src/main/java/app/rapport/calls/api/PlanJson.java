package app.rapport.calls.api;

import app.rapport.calls.model.TalkPlan;
import app.rapport.kernel.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a talk.
 *
 * @param member who of us talks
 * @param kind key of a template
 * @param channel call or meeting
 * @param guests contacts who take part besides
 * @param logged whether it was held and is logged
 */
record PlanJson(
        UUID id,
        UUID contact,
        UUID member,
        String kind,
        String channel,
        @Nullable UUID meeting,
        @Nullable String startsAt,
        @Nullable Integer minutes,
        String aim,
        List<String> questions,
        List<String> bring,
        String told,
        String others,
        List<UUID> guests,
        boolean logged,
        String createdAt,
        String changedAt) {
    static PlanJson of(TalkPlan plan) {
        return new PlanJson(
                plan.id(),
                plan.person().value(),
                plan.member().value(),
                plan.terms().kind(),
                plan.terms().channel().word(),
                plan.terms().meeting().orElse(null),
                plan.terms().startsAt().map(Instant::toString).orElse(null),
                plan.terms().minutes().orElse(null),
                plan.words().aim(),
                plan.words().questionLines(),
                plan.words().bringLines(),
                plan.words().told(),
                plan.words().others(),
                plan.guests().stream().map(PersonId::value).toList(),
                plan.logged(),
                plan.createdAt().toString(),
                plan.changedAt().toString());
    }
}
