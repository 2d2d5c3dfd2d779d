package app.rapport.experience.api;

import app.rapport.access.Refused;
import app.rapport.experience.Surveys;
import app.rapport.experience.model.Measure;
import app.rapport.experience.model.Occasion;
import app.rapport.experience.store.SurveyRules.Order;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** When customers are asked: how long they rest between, and after what it goes by itself. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.CHANGE_WORKSPACE)
class AskingApi {
    private final Surveys surveys;

    AskingApi(Surveys surveys) {
        this.surveys = surveys;
    }

    /**
     * @param by in whose name it is sent
     */
    record OrderJson(String occasion, String measure, int afterDays, UUID by, String since) {
        static OrderJson of(Order order) {
            return new OrderJson(
                    order.occasion().word(),
                    order.measure().word(),
                    order.afterDays(),
                    order.by().value(),
                    order.since().toString());
        }
    }

    /**
     * @param restDays for which whoever was asked is not asked again
     */
    record AskingJson(int restDays, List<OrderJson> orders) {}

    @GetMapping("/api/v1/surveys/asking")
    AskingJson asking(Viewer viewer) {
        return new AskingJson(
                surveys.quietDays(viewer),
                surveys.orders(viewer).stream().map(OrderJson::of).toList());
    }

    record Rest(@Nullable Integer days) {}

    @PutMapping("/api/v1/surveys/asking/rest")
    AskingJson rest(@RequestBody Rest rest, Viewer viewer) {
        if (rest.days() == null) throw new Refused("days", "A number of days");
        surveys.quietDays(viewer, rest.days());
        return asking(viewer);
    }

    /**
     * @param measure nps, csat or ces; the usual of the moment where it is left out
     */
    record NewOrder(@Nullable String measure, @Nullable Integer afterDays) {}

    /** From now on customers are asked by themselves after such a moment, in the asker's name. */
    @PutMapping("/api/v1/surveys/asking/orders/{occasion}")
    AskingJson order(@PathVariable String occasion, @RequestBody NewOrder order, Viewer viewer) {
        Occasion what = Occasion.of(occasion).orElseThrow(AskingApi::nothing);
        if (order.afterDays() == null) throw new Refused("afterDays", "A number of days");
        surveys.order(viewer, what, measure(order, what), order.afterDays());
        return asking(viewer);
    }

    private static Measure measure(NewOrder order, Occasion what) {
        if (order.measure() == null) return what.usual();
        return Measure.of(order.measure())
                .orElseThrow(() -> new Refused("measure", "One of nps, csat, ces"));
    }

    @DeleteMapping("/api/v1/surveys/asking/orders/{occasion}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable String occasion, Viewer viewer) {
        Occasion what = Occasion.of(occasion).orElseThrow(AskingApi::nothing);
        if (!surveys.cancelOrder(viewer, what)) throw nothing();
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
