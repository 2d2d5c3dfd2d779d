package app.rapport.conversations.web;

import app.rapport.conversations.Conversations;
import app.rapport.conversations.Touch;
import app.rapport.conversations.Withdrawals;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.view.RedirectView;

/** What was logged goes into the bin, and comes back. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class WithdrawController {
    private final Conversations conversations;
    private final Withdrawals withdrawals;

    WithdrawController(Conversations conversations, Withdrawals withdrawals) {
        this.conversations = conversations;
        this.withdrawals = withdrawals;
    }

    @PostMapping("/touches/{id}/delete")
    RedirectView delete(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        Optional<Touch> touch = conversations.touch(viewer, new TouchId(id));
        if (touch.isEmpty()
                || withdrawals.withdraw(viewer, new TouchId(id)) != Withdrawals.Outcome.DELETED)
            throw missing();
        String what = touch.get().channel().word();
        return to(
                home(touch.get()),
                response,
                Notice.undoable("The " + what + " is deleted.", "/touches/" + id + "/restore"));
    }

    @PostMapping("/touches/{id}/restore")
    RedirectView restore(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        if (withdrawals.restore(viewer, id).isEmpty()) throw missing();
        Touch touch =
                conversations
                        .touch(viewer, new TouchId(id))
                        .orElseThrow(WithdrawController::missing);
        return to(
                home(touch),
                response,
                Notice.undoable(
                        "The " + touch.channel().word() + " is back.",
                        "/touches/" + id + "/delete"));
    }

    /** The page on which it stood. */
    private static String home(Touch touch) {
        return touch.parties().stream()
                .flatMap(party -> party.person().stream())
                .findFirst()
                .map(person -> "/people/" + person)
                .orElse("/today");
    }

    private static RedirectView to(String path, HttpServletResponse response, Notice notice) {
        Notices.say(response, notice);
        RedirectView to = new RedirectView(path);
        to.setStatusCode(HttpStatus.SEE_OTHER);
        return to;
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
