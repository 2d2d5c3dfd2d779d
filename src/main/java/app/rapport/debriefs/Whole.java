package app.rapport.debriefs;

import app.rapport.debriefs.model.Lesson;
import app.rapport.kernel.MemberId;
import app.rapport.negotiations.Negotiation;
import app.rapport.negotiations.Sitting;
import app.rapport.negotiations.model.PlanIssue;
import app.rapport.negotiations.model.table.Deadlock;
import app.rapport.negotiations.model.table.Move;
import app.rapport.negotiations.model.table.NotedCaution;
import app.rapport.negotiations.model.table.Offer;
import app.rapport.negotiations.model.table.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A whole negotiation, from its plan to what was learned, as other programs read it, and whoever is
 * given the file: what somebody learned of themselves alone is not in it. Points run from 0 to 100.
 *
 * @param plan as it stands, the way its versions are kept
 * @param late what came when the table had closed
 * @param deadlock what both wrote in the deadlock room
 * @param result agreed or left; null while the table is open, as are {@code closedAt} and {@code
 *     figures}
 * @param agreed an option by issue; empty without an agreement
 * @param promises what the agreement became
 */
public record Whole(
        UUID id,
        UUID deal,
        String dealName,
        JsonNode plan,
        List<OfferLine> offers,
        List<LateLine> late,
        JsonNode deadlock,
        @Nullable String result,
        @Nullable Instant closedAt,
        Map<String, String> agreed,
        @Nullable JsonNode figures,
        @Nullable Instant debriefedAt,
        List<CautionLine> cautions,
        List<LessonLine> lessons,
        List<String> promises) {

    /**
     * @param by ours or theirs
     * @param options by issue, what it named
     * @param ourPoints of all that its side then stood for
     */
    public record OfferLine(
            UUID id,
            String by,
            Instant at,
            UUID notedBy,
            String from,
            String words,
            Map<String, String> options,
            double ourPoints,
            double theirPointsLow,
            double theirPointsHigh) {}

    /**
     * @param by ours or theirs
     * @param options by issue, what it named
     */
    public record LateLine(
            String by,
            Instant at,
            UUID notedBy,
            String from,
            String words,
            Map<String, String> options) {}

    /**
     * @param sign which warning or tactic
     * @param answer what was made of it at the table
     * @param cameTrue as somebody said who sat there; null while nobody did
     */
    public record CautionLine(
            UUID offer,
            String sign,
            boolean tactic,
            String reason,
            @Nullable String answer,
            @Nullable Boolean cameTrue) {}

    /**
     * @param about whom on the other side; null of oneself
     */
    public record LessonLine(@Nullable UUID about, String words, UUID by, Instant at) {}

    static Whole of(Sitting sitting, Deadlock deadlock, Optional<Debrief> debrief) {
        Negotiation negotiation = sitting.negotiation();
        return new Whole(
                negotiation.id().value(),
                negotiation.deal().value(),
                negotiation.dealName(),
                JsonMapper.shared().valueToTree(negotiation.plan()),
                sitting.path().stream().map(move -> line(sitting, move)).toList(),
                sitting.late().stream().map(offer -> late(sitting, offer)).toList(),
                JsonMapper.shared().valueToTree(deadlock),
                debrief.map(one -> one.figures().agreed() ? "agreed" : "left").orElse(null),
                debrief.map(one -> one.ending().at()).orElse(null),
                debrief.map(Debrief::terms).orElse(Map.of()),
                debrief.<JsonNode>map(one -> JsonMapper.shared().valueToTree(one.figures()))
                        .orElse(null),
                debrief.flatMap(Debrief::held).map(Debrief.Held::at).orElse(null),
                sitting.cautions().stream().map(one -> line(debrief, one)).toList(),
                debrief.stream()
                        .flatMap(one -> one.lessons().stream())
                        .filter(lesson -> lesson.only().isEmpty())
                        .map(Whole::line)
                        .toList(),
                debrief.stream()
                        .flatMap(one -> one.promises().stream())
                        .map(one -> one.side().name().toLowerCase(Locale.ROOT) + ": " + one.what())
                        .toList());
    }

    private static LateLine late(Sitting sitting, Offer offer) {
        return new LateLine(
                offer.by().name().toLowerCase(Locale.ROOT),
                offer.at(),
                offer.noted().value(),
                offer.from(),
                offer.words(),
                options(sitting, offer));
    }

    private static Map<String, String> options(Sitting sitting, Offer offer) {
        Map<String, String> options = new LinkedHashMap<>();
        for (PlanIssue issue : sitting.plan().issues()) {
            String choice = offer.choices().get(issue.id());
            if (choice != null) options.put(issue.name(), choice);
        }
        return options;
    }

    private static OfferLine line(Sitting sitting, Move move) {
        Value value = sitting.valuation().of(move.standing());
        MemberId noted = move.offer().noted();
        return new OfferLine(
                move.offer().id(),
                move.by().name().toLowerCase(Locale.ROOT),
                move.at(),
                noted.value(),
                move.offer().from(),
                move.offer().words(),
                options(sitting, move.offer()),
                value.middle(),
                value.theirs().low(),
                value.theirs().high());
    }

    private static CautionLine line(Optional<Debrief> debrief, NotedCaution one) {
        return new CautionLine(
                one.offer(),
                one.caution().sign().key(),
                one.caution().sign().isTactic(),
                one.caution().reason(),
                one.answer().map(NotedCaution.Answer::word).orElse(null),
                debrief.map(back -> back.marks().get(one.id())).orElse(null));
    }

    private static LessonLine line(Lesson lesson) {
        UUID about =
                lesson.about()
                        .map(one ->
                                switch (one) {
                                    case Lesson.Person(var person) -> person.value();
                                    case Lesson.Company(var company) -> company.value();
                                })
                        .orElse(null);
        return new LessonLine(about, lesson.words(), lesson.by().value(), lesson.at());
    }
}
