package app.rapport.risk.model;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All that is written about one deal's risk, and what follows from it. */
public record RiskSheet(List<Noted<?>> notes) {
    public static final RiskSheet EMPTY = new RiskSheet(List.of());

    public RiskSheet {
        notes = List.copyOf(notes);
    }

    public <T extends RiskItem> List<Noted<T>> all(Class<T> kind) {
        return notes.stream().flatMap(note -> note.as(kind).stream()).toList();
    }

    private <T extends RiskItem> Optional<Noted<T>> newest(Class<T> kind) {
        return all(kind).stream().max(Comparator.comparing(Noted::at));
    }

    public List<Scenario> scenarios() {
        return all(Scenario.class).stream().map(Noted::body).toList();
    }

    public Exposure exposure() {
        return Exposure.of(scenarios());
    }

    public Stake stake() {
        return newest(Stake.class).map(Noted::body).orElse(Stake.NONE);
    }

    public Optional<Noted<LossLimit>> limit() {
        return newest(LossLimit.class);
    }

    /** Losses taken on purpose, all of them. */
    public BigDecimal chosen() {
        return all(ChosenLoss.class).stream()
                .map(note -> note.body().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public Optional<LimitUse> use() {
        return limit().map(limit -> use(limit.body().amount()));
    }

    public boolean isNear() {
        return use().filter(use -> use.state() != LimitUse.State.FAR).isPresent();
    }

    public LimitUse use(BigDecimal limit) {
        return new LimitUse(limit, KnownSum.of(stake().spent()), chosen(), KnownSum.of(ahead()));
    }

    /** What may still be lost at the worst; empty while nobody wrote what may happen. */
    public Optional<BigDecimal> ahead() {
        Exposure exposure = exposure();
        return exposure.isEmpty() ? Optional.empty() : Optional.of(exposure.atRisk());
    }

    public Leaning leaning() {
        return Leaning.of(exposure(), stake().exit());
    }

    public Optional<Noted<StopOrGo>> decision() {
        return newest(StopOrGo.class);
    }

    /** Whether somebody decided after all that was written about it. */
    public boolean isDecided() {
        return decision()
                .filter(decision ->
                        notes.stream()
                                .filter(note -> !(note.body() instanceof StopOrGo))
                                .noneMatch(note -> note.at().isAfter(decision.at())))
                .isPresent();
    }
}
