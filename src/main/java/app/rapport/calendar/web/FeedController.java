package app.rapport.calendar.web;

import app.rapport.calendar.CalendarFeed;
import app.rapport.calendar.CalendarFeed.Answer;
import app.rapport.kernel.OpenDoor;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The feed for calendar programs, which log in nowhere: the secret in the address is the key. */
@Controller
@OpenDoor
class FeedController {
    private final CalendarFeed feed;

    FeedController(CalendarFeed feed) {
        this.feed = feed;
    }

    @GetMapping("/calendar/feed/{secret}.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String secret) {
        return switch (feed.open(secret)) {
            case Answer.Calendar(String text) ->
                    ResponseEntity.ok()
                            .header(HttpHeaders.CONTENT_TYPE, "text/calendar; charset=utf-8")
                            .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                            .body(text.getBytes(StandardCharsets.UTF_8));
            case Answer.Nothing _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case Answer.TooOften _ ->
                    ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                            .header(HttpHeaders.RETRY_AFTER, "3600")
                            .build();
        };
    }
}
