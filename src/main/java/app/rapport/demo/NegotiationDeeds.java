package app.rapport.demo;

import app.rapport.bargaining.course.Turn;
import app.rapport.deals.DealId;
import app.rapport.demo.model.Deed;
import app.rapport.kernel.HouseClock;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.NegotiationId;
import app.rapport.negotiations.Negotiations;
import app.rapport.negotiations.Said;
import app.rapport.negotiations.Sittings;
import app.rapport.negotiations.model.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Plans of negotiations in the play. */
@Component
class NegotiationDeeds {
    private final Negotiations negotiations;

    private final Sittings sittings;

    NegotiationDeeds(Negotiations negotiations, Sittings sittings) {
        this.negotiations = negotiations;
        this.sittings = sittings;
    }

    void plan(Known known, Deed.Planned deed) {
        Viewer viewer = known.seller(deed.done());
        DealId deal = new DealId(known.named("deal " + deed.deal()));
        NegotiationId id = negotiations.begin(viewer, deal, "", Optional.empty());
        negotiations.join(viewer, id, known.member(deed.colleague()));
        negotiations.change(viewer, id, plan -> WrittenPlan.on(plan, viewer, deed));
        HouseClock.at(
                deed.done().at().plus(Duration.ofHours(1)),
                () -> negotiations.signAim(known.seller(deed.colleague()), id, _ -> {}));
        if (deed.opened()) offers(viewer, id, deed);
    }

    /** What was said since the table opened, a day after the plan. */
    private void offers(Viewer viewer, NegotiationId id, Deed.Planned deed) {
        Instant sat = deed.done().at().plus(Duration.ofHours(20));
        HouseClock.at(sat, () -> negotiations.open(viewer, id));
        Plan plan = negotiations.one(viewer, id).orElseThrow().plan();
        for (int number = 0; number < OFFERS.size(); number++) {
            OfferSaid said = OFFERS.get(number);
            HouseClock.at(
                    sat.plus(Duration.ofMinutes(12L * number + 4)),
                    () -> sittings.put(viewer, id, said.on(plan)));
        }
    }

    private record OfferSaid(Turn.Side by, String words, Map<String, String> options) {
        Said on(Plan plan) {
            Map<UUID, String> choices = new HashMap<>();
            plan.issues().stream()
                    .filter(issue -> options.containsKey(issue.name()))
                    .forEach(issue -> choices.put(issue.id(), options.get(issue.name())));
            return new Said(
                    Uuid7.next(), by, Optional.empty(), "", words, choices, "", "", Set.of());
        }
    }

    private static final List<OfferSaid> OFFERS =
            List.of(
                    new OfferSaid(
                            Turn.Side.OURS,
                            "For two years we keep a spare housing here with your name on it.",
                            Map.of(
                                    "Price of a cartridge", "98",
                                    "Term", "2 years",
                                    "Days to pay", "30",
                                    "Hours of service", "office hours",
                                    "Days to delivery", "9")),
                    new OfferSaid(
                            Turn.Side.THEIRS,
                            "One year, and our finance asks for ninety days.",
                            Map.of(
                                    "Price of a cartridge", "90",
                                    "Term", "1 year",
                                    "Days to pay", "90",
                                    "Hours of service", "day and night",
                                    "Days to delivery", "5")),
                    new OfferSaid(
                            Turn.Side.OURS,
                            "Sixty days are possible. For that we would need the two years.",
                            Map.of("Days to pay", "60", "Term", "2 years")),
                    new OfferSaid(
                            Turn.Side.THEIRS,
                            "Two years, if somebody comes at night as well.",
                            Map.of("Term", "2 years", "Price of a cartridge", "92")));
}
