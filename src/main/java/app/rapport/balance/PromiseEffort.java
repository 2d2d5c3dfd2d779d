package app.rapport.balance;

import app.rapport.balance.model.Effort;
import app.rapport.promises.model.Promise;
import app.rapport.promises.model.Promise.Side;
import app.rapport.promises.model.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Keeping one's word takes effort; a day that is moved, or passes, takes the other side's. */
final class PromiseEffort {
    private PromiseEffort() {}

    static List<Effort> of(Promise promise) {
        List<Effort> efforts = new ArrayList<>();
        if (promise.side() == Side.TASK) return efforts;
        boolean ours = promise.side() == Side.OURS;
        String who = ours ? "We" : "They";
        for (Step step : promise.standing()) {
            switch (step.kind()) {
                case KEPT ->
                        efforts.add(
                                entry(
                                        promise,
                                        step,
                                        ours,
                                        promise.weight(),
                                        who + " kept a promise"));
                case RENEGOTIATED ->
                        efforts.add(
                                entry(
                                        promise,
                                        step,
                                        !ours,
                                        1,
                                        who + " moved the day; the other side waited"));
                case BROKEN ->
                        efforts.add(
                                entry(
                                        promise,
                                        step,
                                        !ours,
                                        1,
                                        who + " broke a promise; the other side had waited"));
                case MADE, WITHDRAWN, WAITING, RESUMED, GIVEN, UNDONE -> {}
            }
        }
        return efforts;
    }

    private static Effort entry(
            Promise promise, Step step, boolean ours, double points, String reason) {
        Instant at = step.at();
        String what = promise.what().isEmpty() ? "" : ": " + promise.what();
        return new Effort(
                "promise-" + step.id(),
                at,
                ours ? points : 0,
                ours ? 0 : points,
                reason + what,
                "/promises/" + promise.id());
    }
}
