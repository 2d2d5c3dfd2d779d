package app.rapport.watch;

import app.rapport.database.OutsideWorkspace;
import app.rapport.kernel.OpenDoor;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For a proxy or a supervisor: up while the database answers. Says nothing else to nobody. */
@RestController
@OpenDoor
class HealthController {
    private final OutsideWorkspace database;

    HealthController(OutsideWorkspace database) {
        this.database = database;
    }

    /**
     * @param status {@code up} or {@code down}
     */
    record Health(String status) {}

    @GetMapping("/health")
    ResponseEntity<Health> health() {
        boolean up = database.answers();
        return ResponseEntity.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                .body(new Health(up ? "up" : "down"));
    }
}
