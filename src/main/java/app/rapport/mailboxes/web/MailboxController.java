package app.rapport.mailboxes.web;

import app.rapport.access.Refused;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.mailboxes.Mailboxes;
import app.rapport.mailboxes.Mailboxes.Choice;
import app.rapport.mailboxes.Mailboxes.View;
import app.rapport.mailboxes.model.MailTrouble;
import app.rapport.mailboxes.model.Mailbox;
import app.rapport.mailboxes.model.MailboxId;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import app.rapport.ui.Page;
import app.rapport.ui.Seat;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own mailboxes: connected, looked at, ended. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.CONNECT)
class MailboxController {
    static final String HERE = "/settings/mailboxes";

    private final Mailboxes mailboxes;
    private final MailboxViews views;

    MailboxController(Mailboxes mailboxes, MailboxViews views) {
        this.mailboxes = mailboxes;
        this.views = views;
    }

    @GetMapping(HERE)
    Page all(HttpServletRequest request) {
        return views.page(Seat.of(request).orElseThrow(), ConnectForm.EMPTY, Wrong.NOTHING);
    }

    /** For htmx, which asks while it is read. */
    @GetMapping(HERE + "/{id}")
    Object one(
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Viewer viewer) {
        View view = views.view(viewer, id);
        return htmx == null ? "redirect:" + HERE : views.card(view);
    }

    /** Tried out first; then its folders are to be chosen. */
    @PostMapping(HERE)
    Object connect(
            @RequestParam String host,
            @RequestParam(defaultValue = "") String port,
            @RequestParam String security,
            @RequestParam String login,
            @RequestParam(defaultValue = "password") String method,
            @RequestParam String secret,
            @RequestParam(defaultValue = "") String tokenAddress,
            @RequestParam(defaultValue = "") String clientId,
            @RequestParam(defaultValue = "") String clientSecret,
            HttpServletRequest request) {
        Seat seat = Seat.of(request).orElseThrow();
        ConnectForm form =
                new ConnectForm(host, port, security, login, method, tokenAddress, clientId);
        try {
            MailboxId id =
                    mailboxes.connect(
                            seat.viewer(), form.server(), form.secret(secret, clientSecret));
            return "redirect:" + HERE + "/" + id + "/folders";
        } catch (Refused e) {
            return views.page(seat, form, new Wrong(e.field(), e.getMessage()));
        } catch (MailTrouble e) {
            return views.page(seat, form, new Wrong(e.kind().field(), e.sentence()));
        }
    }

    @GetMapping(HERE + "/{id}/folders")
    Object folders(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        return folders(viewer, views.view(viewer, id), Wrong.NOTHING, response);
    }

    private Object folders(Viewer viewer, View view, Wrong wrong, HttpServletResponse response) {
        try {
            return views.folders(viewer, view, wrong);
        } catch (MailTrouble e) {
            Notices.say(response, Notice.of(e.sentence()));
            return "redirect:" + HERE;
        }
    }

    @PostMapping(HERE + "/{id}/folders")
    Object choose(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") Set<String> folder,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate since,
            Viewer viewer,
            HttpServletResponse response) {
        View view = views.view(viewer, id);
        if (folder.isEmpty())
            return folders(
                    viewer, view, new Wrong("folder", "Choose at least one folder"), response);
        try {
            Mailbox box = view.mailbox();
            mailboxes.choose(
                    viewer,
                    box,
                    new Choice(folder, Optional.ofNullable(since)),
                    mailboxes.folders(viewer, box));
            return said(response, box.name() + " is read from now on.");
        } catch (MailTrouble e) {
            return said(response, e.sentence());
        }
    }

    @PostMapping(HERE + "/{id}/sync")
    String sync(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        Mailbox box = views.view(viewer, id).mailbox();
        mailboxes.ask(viewer, box.id());
        return said(response, box.name() + " is compared with the server now.");
    }

    @PostMapping(HERE + "/{id}/pause")
    String pause(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        Mailbox box = views.view(viewer, id).mailbox();
        mailboxes.pause(viewer, box.id());
        return said(response, box.name() + " is paused. What is read stays.");
    }

    @PostMapping(HERE + "/{id}/resume")
    String resume(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        Mailbox box = views.view(viewer, id).mailbox();
        mailboxes.resume(viewer, box.id());
        return said(response, box.name() + " is read again.");
    }

    @PostMapping(HERE + "/{id}/secret")
    String mend(
            @PathVariable UUID id,
            @RequestParam String secret,
            Viewer viewer,
            HttpServletResponse response) {
        Mailbox box = views.view(viewer, id).mailbox();
        try {
            mailboxes.mend(viewer, box, secret);
            return said(response, "The password is taken. " + box.name() + " is read again.");
        } catch (MailTrouble e) {
            return said(response, e.sentence());
        }
    }

    @GetMapping(HERE + "/{id}/remove")
    Page removing(@PathVariable UUID id, Viewer viewer) {
        return views.remove(views.view(viewer, id));
    }

    /**
     * @param what {@code undo}: what only it brought goes with it
     */
    @PostMapping(HERE + "/{id}/remove")
    String remove(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "keep") String what,
            Viewer viewer,
            HttpServletResponse response) {
        Mailbox box = views.view(viewer, id).mailbox();
        boolean undo = what.equals("undo");
        if (undo) mailboxes.removeAll(viewer, box);
        else mailboxes.remove(viewer, box);
        return said(
                response,
                box.name()
                        + (undo
                                ? " is removed, and what only it brought with it."
                                : " is removed. What was read stays; it stands among the imports now, where it can be undone."));
    }

    private static String said(HttpServletResponse response, String words) {
        Notices.say(response, Notice.of(words));
        return "redirect:" + HERE;
    }
}
