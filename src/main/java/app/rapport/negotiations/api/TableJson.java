package app.rapport.negotiations.api;

import app.rapport.negotiations.Sitting;
import app.rapport.negotiations.api.NegotiationJson.SpanJson;
import app.rapport.negotiations.model.table.Agreement;
import app.rapport.negotiations.model.table.Concession;
import app.rapport.negotiations.model.table.Ending;
import app.rapport.negotiations.model.table.Move;
import app.rapport.negotiations.model.table.NotedCaution;
import app.rapport.negotiations.model.table.Offer;
import app.rapport.negotiations.model.table.Offer.Below;
import app.rapport.negotiations.model.table.Value;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A table as its team sees it. Points run from 0 to 100.
 *
 * @param result agreed or left; null while it is open
 * @param waiting offers of ours under the walk-away, which a second person has to agree to
 * @param late what came when the table had closed: notes beside it
 * @param reciprocity what came back for each point that we gave; null while we gave none
 */
record TableJson(
        UUID negotiation,
        int changes,
        @Nullable Instant endsOn,
        @Nullable Instant breakUntil,
        @Nullable String result,
        @Nullable Instant endedAt,
        @Nullable String reason,
        @Nullable AgreementJson agreement,
        List<MoveJson> offers,
        List<WaitingJson> waiting,
        List<LateJson> late,
        List<ConcessionJson> concessions,
        List<CautionJson> cautions,
        double gave,
        double got,
        @Nullable Double reciprocity) {

    /** What a package is worth to us, and probably to them. */
    record ValueJson(SpanJson ours, SpanJson theirs, double likely) {
        static ValueJson of(Value value) {
            return new ValueJson(
                    SpanJson.of(value.ours()), SpanJson.of(value.theirs()), value.likely());
        }
    }

    /**
     * @param by ours or theirs
     * @param number counts the offers of that side
     * @param choices what it named
     * @param standing where its side then stands
     */
    record MoveJson(
            UUID id,
            String by,
            int number,
            Instant at,
            String from,
            String words,
            Map<UUID, String> choices,
            Map<UUID, String> standing,
            ValueJson worth) {
        static MoveJson of(Sitting sitting, Move move) {
            return new MoveJson(
                    move.offer().id(),
                    move.by().name().toLowerCase(Locale.ROOT),
                    move.number(),
                    move.at(),
                    move.offer().from(),
                    move.offer().words(),
                    move.offer().choices(),
                    move.standing(),
                    ValueJson.of(sitting.valuation().of(move.standing())));
        }
    }

    record WaitingJson(UUID id, UUID notedBy, Map<UUID, String> choices, String belowReason) {
        static WaitingJson of(Offer offer) {
            return new WaitingJson(
                    offer.id(),
                    offer.noted().value(),
                    offer.choices(),
                    offer.below().map(Below::reason).orElse(""));
        }
    }

    record LateJson(
            UUID id,
            String by,
            Instant at,
            UUID notedBy,
            String from,
            String words,
            Map<UUID, String> choices) {
        static LateJson of(Offer offer) {
            return new LateJson(
                    offer.id(),
                    offer.by().name().toLowerCase(Locale.ROOT),
                    offer.at(),
                    offer.noted().value(),
                    offer.from(),
                    offer.words(),
                    offer.choices());
        }
    }

    /**
     * @param ours how it changed our points
     * @param theirs probably theirs
     * @param back what came back for it
     */
    record ConcessionJson(UUID offer, String by, double ours, double theirs, double back) {
        static ConcessionJson of(Concession one) {
            return new ConcessionJson(
                    one.move().offer().id(),
                    one.move().by().name().toLowerCase(Locale.ROOT),
                    one.ours(),
                    one.theirs(),
                    one.back());
        }
    }

    /**
     * @param answer taken, went_on, so or not_so; null while it waits
     */
    record CautionJson(
            UUID id,
            UUID offer,
            String sign,
            boolean tactic,
            String reason,
            String say,
            @Nullable String answer) {
        static CautionJson of(NotedCaution one) {
            return new CautionJson(
                    one.id(),
                    one.offer(),
                    one.caution().sign().key(),
                    one.caution().sign().isTactic(),
                    one.caution().reason(),
                    one.caution().say(),
                    one.answer().map(NotedCaution.Answer::word).orElse(null));
        }
    }

    record AgreementJson(UUID offer, Map<UUID, String> terms, ValueJson worth) {
        static AgreementJson of(Agreement one) {
            return new AgreementJson(
                    one.accepted().offer().id(), one.terms(), ValueJson.of(one.value()));
        }
    }

    static TableJson of(Sitting sitting) {
        var state = sitting.state();
        var ending = state.ending();
        var ledger = sitting.ledger();
        return new TableJson(
                sitting.negotiation().id().value(),
                state.changes(),
                state.endsOn().orElse(null),
                state.breakUntil().orElse(null),
                ending.map(one -> one instanceof Ending.Agreed ? "agreed" : "left").orElse(null),
                ending.map(Ending::at).orElse(null),
                ending.map(one -> one instanceof Ending.Left left ? left.reason() : "")
                        .orElse(null),
                sitting.agreement().map(AgreementJson::of).orElse(null),
                sitting.path().stream().map(move -> MoveJson.of(sitting, move)).toList(),
                sitting.waiting().stream().map(WaitingJson::of).toList(),
                sitting.late().stream().map(LateJson::of).toList(),
                ledger.entries().stream().map(ConcessionJson::of).toList(),
                sitting.cautions().stream().map(CautionJson::of).toList(),
                ledger.gave(),
                ledger.got(),
                ledger.reciprocity().isPresent() ? ledger.reciprocity().getAsDouble() : null);
    }
}
