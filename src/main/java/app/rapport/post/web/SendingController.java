package app.rapport.post.web;

import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.post.MailSignatures;
import app.rapport.post.NotSendable;
import app.rapport.post.SmtpAccounts;
import app.rapport.post.SmtpAccounts.Whose;
import app.rapport.post.TestMails;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import app.rapport.ui.Page;
import app.rapport.ui.SettingsTabs;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The settings of sending: a member's own, and those of the workspace. */
@Controller
@Needs(toRead = Right.READ_OWN, toChange = Right.CHANGE_OWN)
class SendingController {
    static final String HERE = "/settings/sending";

    private final SmtpAccounts accounts;
    private final MailSignatures signatures;
    private final TestMails tests;
    private final SettingsTabs tabs;

    SendingController(
            SmtpAccounts accounts, MailSignatures signatures, TestMails tests, SettingsTabs tabs) {
        this.accounts = accounts;
        this.signatures = signatures;
        this.tests = tests;
        this.tabs = tabs;
    }

    /** A form that was sent, and what is wrong with it. */
    private record Typed(Whose whose, SenderForm form, Wrong wrong) {}

    /** What was typed and is never drawn again; empty where nothing was. */
    private record Secrets(String password, String clientSecret) {}

    @GetMapping(HERE)
    Page sending(Viewer viewer) {
        return page(viewer, Optional.empty(), signatures.of(viewer), Wrong.NOTHING);
    }

    private Page page(Viewer viewer, Optional<Typed> typed, String signature, Wrong wrong) {
        return new SendingPage(
                form(viewer, Whose.MEMBERS, typed),
                accounts.find(viewer, Whose.MEMBERS).isPresent(),
                form(viewer, Whose.WORKSPACES, typed),
                accounts.find(viewer, Whose.WORKSPACES).isPresent(),
                signature,
                wrong(Whose.MEMBERS, typed),
                wrong(Whose.WORKSPACES, typed),
                wrong,
                tabs.at(HERE));
    }

    private SenderForm form(Viewer viewer, Whose whose, Optional<Typed> typed) {
        return typed.filter(one -> one.whose() == whose)
                .map(Typed::form)
                .orElseGet(() ->
                        accounts.find(viewer, whose)
                                .map(account ->
                                        SenderForm.of(account, accounts.renewing(viewer, whose)))
                                .orElse(SenderForm.EMPTY));
    }

    private static Wrong wrong(Whose whose, Optional<Typed> typed) {
        return typed.filter(one -> one.whose() == whose).map(Typed::wrong).orElse(Wrong.NOTHING);
    }

    @PostMapping(HERE + "/mine")
    @Needs(toChange = Right.CONNECT)
    @Nullable Page saveMine(
            Viewer viewer,
            @ModelAttribute SenderForm form,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String clientSecret,
            @RequestParam(defaultValue = "false") boolean test,
            HttpServletResponse response)
            throws IOException {
        return save(
                viewer, Whose.MEMBERS, form, new Secrets(password, clientSecret), test, response);
    }

    @Needs(toChange = Right.CHANGE_WORKSPACE)
    @PostMapping(HERE + "/workspace")
    @Nullable Page saveWorkspaces(
            Viewer viewer,
            @ModelAttribute SenderForm form,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String clientSecret,
            @RequestParam(defaultValue = "false") boolean test,
            HttpServletResponse response)
            throws IOException {
        return save(
                viewer,
                Whose.WORKSPACES,
                form,
                new Secrets(password, clientSecret),
                test,
                response);
    }

    private @Nullable Page save(
            Viewer viewer,
            Whose whose,
            SenderForm form,
            Secrets secrets,
            boolean test,
            HttpServletResponse response)
            throws IOException {
        Optional<String> password =
                Optional.of(secrets.password()).filter(words -> !words.isEmpty());
        try {
            if (form.renews())
                accounts.save(
                        viewer,
                        whose,
                        form.account(),
                        password,
                        form.client(secrets.clientSecret()));
            else accounts.save(viewer, whose, form.account(), password);
            String words =
                    test
                            ? "Saved, and a test is sent to %s."
                                    .formatted(tests.send(viewer, whose))
                            : "Saved.";
            return done(response, words);
        } catch (NotSendable e) {
            Typed typed =
                    new Typed(whose, form, new Wrong(e.field(), String.valueOf(e.getMessage())));
            return page(viewer, Optional.of(typed), signatures.of(viewer), Wrong.NOTHING);
        }
    }

    @PostMapping(HERE + "/mine/remove")
    @Needs(toChange = Right.CONNECT)
    @Nullable Page removeMine(Viewer viewer, HttpServletResponse response) throws IOException {
        accounts.remove(viewer, Whose.MEMBERS);
        return done(response, "Your own way of sending is removed.");
    }

    @Needs(toChange = Right.CHANGE_WORKSPACE)
    @PostMapping(HERE + "/workspace/remove")
    @Nullable Page removeWorkspaces(Viewer viewer, HttpServletResponse response)
            throws IOException {
        accounts.remove(viewer, Whose.WORKSPACES);
        return done(response, "The workspace's mail server is removed.");
    }

    @PostMapping(HERE + "/signature")
    @Nullable Page signature(
            Viewer viewer,
            @RequestParam(defaultValue = "") String signature,
            HttpServletResponse response)
            throws IOException {
        try {
            signatures.change(viewer, signature);
        } catch (NotSendable e) {
            Wrong wrong = new Wrong(e.field(), String.valueOf(e.getMessage()));
            return page(viewer, Optional.empty(), signature, wrong);
        }
        return done(response, "Your signature is saved.");
    }

    private static @Nullable Page done(HttpServletResponse response, String words)
            throws IOException {
        Notices.say(response, Notice.of(words));
        response.sendRedirect(HERE);
        return null;
    }
}
