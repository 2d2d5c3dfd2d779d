package app.rapport.agenda;

import app.rapport.agenda.model.Item;
import app.rapport.conversations.Touch;
import app.rapport.kernel.Evidence;
import app.rapport.kernel.Signal;
import app.rapport.people.PersonCard;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Today as the API and {@code today --json} give it; keys are always there, unknown is null. */
public record TodayJson(String at, List<ItemJson> items) {

    public record ItemJson(
            String id,
            @Nullable PersonJson person,
            int level,
            String why,
            String since,
            List<EvidenceJson> evidence,
            String firstStep,
            String ifIgnored,
            List<ReasonJson> reasons) {}

    public record PersonJson(String id, String name, List<String> addresses) {}

    public record ReasonJson(int level, String why, String since, List<EvidenceJson> evidence) {}

    /**
     * @param quote null where the viewer may not read it, or the touch as a whole is meant
     */
    public record EvidenceJson(String touch, @Nullable String at, @Nullable String quote) {}

    /**
     * @param limit at most so many items
     */
    public static TodayJson of(Today.TodayList today, int limit) {
        return new TodayJson(
                time(today.at()),
                today.open().stream().limit(limit).map(item -> item(today, item)).toList());
    }

    private static ItemJson item(Today.TodayList today, Item item) {
        Signal first = item.first();
        return new ItemJson(
                item.id(),
                today.person(item).map(TodayJson::person).orElse(null),
                first.level().number(),
                first.why(),
                time(first.since()),
                evidence(today, first),
                first.firstStep(),
                first.ifIgnored(),
                item.reasons().stream()
                        .map(signal ->
                                new ReasonJson(
                                        signal.level().number(),
                                        signal.why(),
                                        time(signal.since()),
                                        evidence(today, signal)))
                        .toList());
    }

    private static PersonJson person(PersonCard card) {
        return new PersonJson(card.id().toString(), card.name(), card.addresses());
    }

    private static List<EvidenceJson> evidence(Today.TodayList today, Signal signal) {
        return signal.evidence().stream().map(evidence -> one(today, evidence)).toList();
    }

    private static EvidenceJson one(Today.TodayList today, Evidence evidence) {
        String quote = today.quote(evidence);
        Optional<Instant> at =
                Optional.ofNullable(today.touches().get(evidence.touch())).flatMap(Touch::at);
        return new EvidenceJson(
                evidence.touch().toString(),
                at.map(TodayJson::time).orElse(null),
                quote.isEmpty() ? null : quote);
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
