package app.rapport.experience.api;

import static app.rapport.kernel.GivenWords.orEmpty;

import app.rapport.access.Refused;
import app.rapport.experience.TouchPoints;
import app.rapport.experience.model.Occasion;
import app.rapport.experience.model.TouchPoint;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Points where customers meet us, and how they were when one of us walked them. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class TouchPointsApi {
    private final TouchPoints points;
    private final Clock clock;

    TouchPointsApi(TouchPoints points, Clock clock) {
        this.points = points;
        this.clock = clock;
    }

    /**
     * @param judgement 1, nobody should go there, to 5, one tells others of it
     */
    record PointWalkJson(int judgement, String words, String by, String at) {
        static PointWalkJson of(TouchPoint.Walk walk) {
            return new PointWalkJson(
                    walk.judgement(), walk.words(), walk.by(), walk.at().toString());
        }
    }

    /**
     * @param due whether it was not walked in this quarter
     * @param entries that it caused in the ledgers of a year
     * @param points of them all
     */
    record TouchPointJson(
            UUID id,
            String name,
            @Nullable String occasion,
            boolean due,
            @Nullable PointWalkJson last,
            long entries,
            double points) {
        static TouchPointJson of(TouchPoint point, Instant now, Viewer viewer) {
            return new TouchPointJson(
                    point.id(),
                    point.name(),
                    point.occasion().map(Occasion::word).orElse(null),
                    point.isDue(now, viewer.zone()),
                    point.last().map(PointWalkJson::of).orElse(null),
                    point.caused().entries(),
                    point.caused().points());
        }
    }

    record TouchPointList(List<TouchPointJson> items) {}

    @GetMapping("/api/v1/touch-points")
    TouchPointList all(Viewer viewer) {
        Instant now = clock.instant();
        return new TouchPointList(
                points.all(viewer).stream()
                        .map(one -> TouchPointJson.of(one, now, viewer))
                        .toList());
    }

    record RetiredPointJson(UUID id, String name) {}

    record RetiredPointList(List<RetiredPointJson> items) {}

    /** Those that were taken out of the list, the latest first. */
    @GetMapping("/api/v1/touch-points/retired")
    RetiredPointList retired(Viewer viewer) {
        return new RetiredPointList(
                points.retired(viewer).stream()
                        .map(one -> new RetiredPointJson(one.id(), one.name()))
                        .toList());
    }

    /**
     * @param occasion the moment after which answers speak of it
     */
    record NewTouchPoint(@Nullable String name, @Nullable String occasion) {}

    @PostMapping("/api/v1/touch-points")
    @ResponseStatus(HttpStatus.CREATED)
    Made add(@RequestBody NewTouchPoint made, Viewer viewer) {
        Optional<Occasion> occasion = Optional.ofNullable(made.occasion()).map(Said::occasion);
        return new Made(points.add(viewer, orEmpty(made.name()), occasion));
    }

    /** Takes it out of the list; what was said of it stays. */
    @DeleteMapping("/api/v1/touch-points/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retire(@PathVariable UUID id, Viewer viewer) {
        if (!points.retire(viewer, id)) throw nothing();
    }

    @PostMapping("/api/v1/touch-points/{id}/bring-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void bringBack(@PathVariable UUID id, Viewer viewer) {
        if (!points.bringBack(viewer, id)) throw nothing();
    }

    /**
     * @param judgement 1 to 5
     * @param words what was met there
     */
    record NewWalk(@Nullable Integer judgement, @Nullable String words) {}

    @PostMapping("/api/v1/touch-points/{id}/walks")
    @ResponseStatus(HttpStatus.CREATED)
    Made walk(@PathVariable UUID id, @RequestBody NewWalk walk, Viewer viewer) {
        if (walk.judgement() == null) throw new Refused("judgement", "Judge it from 1 to 5");
        return points.walk(viewer, id, walk.judgement(), orEmpty(walk.words()))
                .map(Made::new)
                .orElseThrow(TouchPointsApi::nothing);
    }

    @DeleteMapping("/api/v1/touch-points/walks/{walk}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable UUID walk, Viewer viewer) {
        if (!points.takeBackWalk(viewer, walk)) throw nothing();
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
