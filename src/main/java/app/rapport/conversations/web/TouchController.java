package app.rapport.conversations.web;

import app.rapport.conversations.Attachment;
import app.rapport.conversations.Channel;
import app.rapport.conversations.Conversations;
import app.rapport.conversations.Touch;
import app.rapport.conversations.Withdrawals;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import app.rapport.ui.Seat;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The evidence itself. What a viewer may not read is refused like what does not exist. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class TouchController {
    /** Nothing in a mail may run, load or post. */
    private static final String MAIL_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups";

    private final Conversations conversations;
    private final Withdrawals withdrawals;
    private final Clock clock;

    TouchController(Conversations conversations, Withdrawals withdrawals, Clock clock) {
        this.conversations = conversations;
        this.withdrawals = withdrawals;
        this.clock = clock;
    }

    @GetMapping("/touches/{id}")
    TouchPage touch(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "0") int to,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            HttpServletRequest request) {
        Viewer viewer = Seat.of(request).orElseThrow().viewer();
        Touch touch = readable(viewer, id);
        List<Touch> thread = conversations.thread(viewer, touch.thread(), clock.instant());
        String words = touch.replyText().isBlank() ? touch.words() : touch.replyText();
        boolean marked = from >= 0 && from < to && to <= words.length();
        int number =
                thread.indexOf(
                                thread.stream()
                                        .filter(t -> t.id().equals(touch.id()))
                                        .findFirst()
                                        .orElse(touch))
                        + 1;
        return new TouchPage(
                touch,
                touch.title(),
                number,
                thread,
                marked ? words.substring(0, from) : words,
                marked ? words.substring(from, to) : "",
                marked ? words.substring(to) : "",
                touch.words().equals(words) ? touch.signature() : touch.words(),
                touch.side().ours()
                        ? java.util.Optional.empty()
                        : java.util.Optional.ofNullable(
                                conversations.answerLinks(viewer, List.of(touch)).get(touch.id())),
                conversations.attachments(viewer, touch.id()),
                conversations.earlier(viewer, touch),
                touch.channel() != Channel.MAIL && withdrawals.mayGo(viewer, touch.id()),
                htmx != null);
    }

    /** Always as a file to keep, whatever its sender calls it: nothing of it runs in our name. */
    @GetMapping("/touches/{id}/attachments/{position}")
    ResponseEntity<byte[]> attachment(
            @PathVariable UUID id, @PathVariable int position, HttpServletRequest request) {
        Viewer viewer = Seat.of(request).orElseThrow().viewer();
        TouchId touch = new TouchId(id);
        Attachment attached =
                conversations.attachments(viewer, touch).stream()
                        .filter(one -> one.position() == position)
                        .findFirst()
                        .orElseThrow(TouchController::missing);
        byte[] bytes =
                conversations
                        .attachment(viewer, touch, position)
                        .orElseThrow(TouchController::missing);
        String name = attached.name().replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", "_").strip();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(
                                        name.isEmpty() ? "attachment-" + position : name,
                                        StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(bytes);
    }

    @GetMapping("/touches/{id}/original")
    ResponseEntity<byte[]> original(@PathVariable UUID id, HttpServletRequest request) {
        Viewer viewer = Seat.of(request).orElseThrow().viewer();
        byte[] raw =
                conversations
                        .original(viewer, new TouchId(id))
                        .orElseThrow(TouchController::missing);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("message/rfc822"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("mail-" + id + ".eml")
                                .build()
                                .toString())
                .body(raw);
    }

    @GetMapping("/touches/{id}/html")
    ResponseEntity<String> html(@PathVariable UUID id, HttpServletRequest request) {
        Viewer viewer = Seat.of(request).orElseThrow().viewer();
        String html =
                conversations
                        .cleanHtml(viewer, new TouchId(id))
                        .orElseThrow(TouchController::missing);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header("Content-Security-Policy", MAIL_POLICY)
                .header("X-Frame-Options", "SAMEORIGIN")
                .body(html);
    }

    private Touch readable(Viewer viewer, UUID id) {
        return conversations
                .touch(viewer, new TouchId(id))
                .filter(Touch::mayRead)
                .orElseThrow(TouchController::missing);
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
