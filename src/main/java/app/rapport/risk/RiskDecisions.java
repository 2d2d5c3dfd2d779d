package app.rapport.risk;

import app.rapport.access.Refused;
import app.rapport.deals.DealBook;
import app.rapport.deals.DealId;
import app.rapport.deals.Stage;
import app.rapport.deals.Stages;
import app.rapport.deals.model.DealField;
import app.rapport.kernel.Viewer;
import app.rapport.risk.model.Exposure;
import app.rapport.risk.model.RiskSheet;
import app.rapport.risk.model.StopOrGo;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether a deal goes on: decided by what lies ahead, with what was spent kept beside. */
@Service
public class RiskDecisions {
    private final RiskDesk desk;
    private final Risks risks;
    private final DealBook deals;
    private final Stages stages;

    RiskDecisions(RiskDesk desk, Risks risks, DealBook deals, Stages stages) {
        this.desk = desk;
        this.risks = risks;
        this.deals = deals;
        this.stages = stages;
    }

    /**
     * Cuts a deal: it is lost from now on, where the workspace has a stage for that. What was spent
     * is kept beside, and was no reason.
     *
     * @throws Refused when it is decided already
     */
    @Transactional
    public UUID cut(Viewer viewer, DealId deal, String why) {
        String reason = reason(viewer, deal, why);
        Optional<Instant> moved =
                stages.all(viewer).stream()
                        .filter(stage -> stage.kind() == Stage.Kind.LOST)
                        .findFirst()
                        .flatMap(lost ->
                                deals.change(viewer, deal, lost(lost, reason), RiskChecks::open));
        return decide(viewer, deal, true, why, moved);
    }

    private String reason(Viewer viewer, DealId deal, String why) {
        if (!why.isBlank()) return "cut: " + why.strip();
        return risks.sheet(viewer, deal).isNear() ? "cut: the limit was near" : "cut";
    }

    private static Map<DealField, String> lost(Stage stage, String reason) {
        return Map.of(DealField.STAGE, stage.id().toString(), DealField.REASON, reason);
    }

    /**
     * @throws Refused without a reason
     */
    @Transactional
    public UUID goOn(Viewer viewer, DealId deal, String why) {
        if (why.isBlank())
            throw new Refused("why", "Say what lies ahead that makes it worth going on");
        return decide(viewer, deal, false, why, Optional.empty());
    }

    private UUID decide(
            Viewer viewer, DealId deal, boolean cut, String why, Optional<Instant> moved) {
        RiskSheet sheet = risks.sheet(viewer, deal);
        Optional<Exposure> known = Optional.of(sheet.exposure()).filter(one -> !one.isEmpty());
        return desk.note(
                viewer,
                deal,
                new StopOrGo(
                        cut,
                        why.strip(),
                        known.map(Exposure::expected),
                        known.map(Exposure::worst),
                        sheet.stake().exit(),
                        sheet.stake().spent(),
                        moved));
    }
}
