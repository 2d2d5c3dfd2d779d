package app.rapport.negotiations.api;

import app.rapport.bargaining.Span;
import app.rapport.kernel.MemberId;
import app.rapport.negotiations.Negotiation;
import app.rapport.negotiations.model.Aim;
import app.rapport.negotiations.model.Alternative;
import app.rapport.negotiations.model.Exchange;
import app.rapport.negotiations.model.PlanIssue;
import app.rapport.negotiations.model.PlanIssue.PlanOption;
import app.rapport.negotiations.model.PlanIssue.Range;
import app.rapport.negotiations.model.PlanIssue.Scale;
import app.rapport.negotiations.model.PlanLine;
import app.rapport.negotiations.model.PriceGate;
import app.rapport.negotiations.model.Readiness;
import app.rapport.negotiations.model.Worth;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A negotiation as its team sees it. Points run from 0 to 100.
 *
 * @param aim whether it is kept, and what it comes to
 * @param pairs what is cheap for one and dear to the other, best first
 * @param missing what is not known yet
 */
record NegotiationJson(
        UUID id,
        UUID deal,
        String title,
        @Nullable Instant planOn,
        @Nullable Instant openedAt,
        int revision,
        List<UUID> team,
        List<IssueJson> issues,
        List<LineJson> lines,
        List<AlternativeJson> alternatives,
        @Nullable BigDecimal walkAway,
        String walkAwayWords,
        Map<UUID, String> proposal,
        @Nullable Double proposalPoints,
        @Nullable SpanJson proposalTheirPoints,
        AimJson aim,
        PriceJson price,
        boolean priceMayBeNamed,
        boolean allIssuesIdentified,
        List<PairJson> pairs,
        List<String> missing,
        boolean mayOpen) {

    /** A number that lies between two others. */
    record SpanJson(double low, double high) {
        static @Nullable SpanJson of(Optional<Range> range) {
            return range.map(one -> new SpanJson(one.low().doubleValue(), one.high().doubleValue()))
                    .orElse(null);
        }

        static SpanJson of(Span span) {
            return new SpanJson(span.low(), span.high());
        }
    }

    /**
     * @param kind choice, ordered or number
     * @param swing how much it matters to us, 0 to 100
     * @param theirSwing to them, as we believe
     */
    record IssueJson(
            UUID id,
            String name,
            String kind,
            boolean price,
            String unit,
            @Nullable BigDecimal from,
            @Nullable BigDecimal to,
            @Nullable BigDecimal step,
            @Nullable BigDecimal swing,
            @Nullable SpanJson theirSwing,
            List<OptionJson> options) {
        static IssueJson of(PlanIssue issue) {
            return new IssueJson(
                    issue.id(),
                    issue.name(),
                    issue.kind().name().toLowerCase(Locale.ROOT),
                    issue.price(),
                    issue.unit(),
                    issue.scale().map(Scale::from).orElse(null),
                    issue.scale().map(Scale::to).orElse(null),
                    issue.scale().map(Scale::step).orElse(null),
                    issue.swing().orElse(null),
                    SpanJson.of(issue.theirs()),
                    issue.options().stream().map(OptionJson::of).toList());
        }
    }

    record OptionJson(UUID id, String name, @Nullable BigDecimal score, @Nullable SpanJson theirs) {
        static OptionJson of(PlanOption option) {
            return new OptionJson(
                    option.id(),
                    option.name(),
                    option.score().orElse(null),
                    SpanJson.of(option.theirs()));
        }
    }

    record LineJson(
            UUID id,
            String section,
            String side,
            String party,
            String words,
            String reply,
            String more,
            @Nullable Integer cost,
            @Nullable Integer dear) {
        static LineJson of(PlanLine line) {
            return new LineJson(
                    line.id(),
                    line.section().word(),
                    line.side().word(),
                    line.party(),
                    line.words(),
                    line.reply(),
                    line.more(),
                    line.cost().orElse(null),
                    line.dear().orElse(null));
        }
    }

    record AlternativeJson(
            UUID id, String side, String name, String workings, @Nullable SpanJson worth) {
        static AlternativeJson of(Alternative one) {
            return new AlternativeJson(
                    one.id(),
                    one.side().word(),
                    one.name(),
                    one.workings(),
                    SpanJson.of(one.worth()));
        }
    }

    /**
     * @param signedBy who heard it defended
     */
    record AimJson(
            @Nullable BigDecimal lift,
            String defence,
            boolean kept,
            @Nullable UUID signedBy,
            @Nullable Instant signedAt,
            @Nullable Double points) {
        static AimJson of(Aim aim, Optional<Double> proposed) {
            return new AimJson(
                    aim.lift().orElse(null),
                    aim.defence(),
                    aim.heard().isPresent(),
                    aim.heard().map(one -> one.by().value()).orElse(null),
                    aim.heard().map(Aim.Deed::at).orElse(null),
                    aim.points(proposed).orElse(null));
        }
    }

    /**
     * @param agreed what shows it of value, needs and criteria, as far as they are agreed
     * @param override why the price is named before
     */
    record PriceJson(Map<String, String> agreed, String override) {
        static PriceJson of(PriceGate gate) {
            Map<String, String> agreed = new TreeMap<>();
            gate.ticks().forEach((tick, evidence) -> agreed.put(tick.word(), evidence));
            return new PriceJson(agreed, gate.override());
        }
    }

    record PairJson(String give, String get) {
        static PairJson of(Exchange pair) {
            return new PairJson(pair.give().name(), pair.get().name());
        }
    }

    static NegotiationJson of(Negotiation one, Readiness readiness) {
        var plan = one.plan();
        Worth worth = Worth.of(plan);
        Optional<Double> proposed = worth.points(plan, plan.proposal());
        return new NegotiationJson(
                one.id().value(),
                one.deal().value(),
                plan.title(),
                plan.planOn().orElse(null),
                one.opened().orElse(null),
                one.revision(),
                one.team().stream().map(MemberId::value).toList(),
                plan.issues().stream().map(IssueJson::of).toList(),
                plan.lines().stream().map(LineJson::of).toList(),
                plan.alternatives().stream().map(AlternativeJson::of).toList(),
                plan.walkAway().orElse(null),
                plan.walkAwayWords(),
                new TreeMap<>(plan.proposal()),
                proposed.orElse(null),
                worth.theirPoints(plan, plan.proposal()).map(SpanJson::of).orElse(null),
                AimJson.of(plan.aim(), proposed),
                PriceJson.of(plan.price()),
                plan.price().isOpen(),
                plan.allIssues().isPresent(),
                Exchange.pairs(plan).stream().map(PairJson::of).toList(),
                readiness.missing().stream().map(Readiness.Missing::words).toList(),
                readiness.mayOpen());
    }
}
