package app.rapport.experience.web;

import app.rapport.access.Refused;
import app.rapport.experience.AccountNeeds;
import app.rapport.experience.model.Need;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.people.AccountBook;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a company needs, and whether it is met. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class NeedsController {
    private final AccountNeeds needs;
    private final AccountBook accounts;

    NeedsController(AccountNeeds needs, AccountBook accounts) {
        this.needs = needs;
        this.accounts = accounts;
    }

    @PostMapping("/accounts/{id}/needs")
    String add(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "known") String kind,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String heard,
            Viewer viewer,
            HttpServletResponse response) {
        AccountId account = account(viewer, id);
        try {
            UUID made =
                    needs.add(
                            viewer,
                            account,
                            Need.Kind.of(kind).orElse(Need.Kind.KNOWN),
                            words,
                            heard);
            return said(
                    response,
                    account,
                    Notice.undoable("The need is noted.", path(account, made, "take-back")));
        } catch (Refused e) {
            return said(response, account, Notice.of(e.getMessage() + "."));
        }
    }

    private static String path(AccountId account, UUID need, String what) {
        return "/accounts/" + account + "/needs/" + need + "/" + what;
    }

    private static String said(HttpServletResponse response, AccountId account, Notice notice) {
        Notices.say(response, notice);
        return "redirect:/accounts/" + account;
    }

    @PostMapping("/accounts/{id}/needs/{need}/met")
    String met(
            @PathVariable UUID id,
            @PathVariable UUID need,
            Viewer viewer,
            HttpServletResponse response) {
        AccountId account = account(viewer, id);
        if (!needs.met(viewer, account, need)) throw ExperienceController.nothing();
        return said(
                response,
                account,
                Notice.undoable("The need is met.", path(account, need, "open")));
    }

    @PostMapping("/accounts/{id}/needs/{need}/open")
    String open(
            @PathVariable UUID id,
            @PathVariable UUID need,
            Viewer viewer,
            HttpServletResponse response) {
        AccountId account = account(viewer, id);
        if (!needs.open(viewer, account, need)) throw ExperienceController.nothing();
        return said(response, account, Notice.of("The need is open again."));
    }

    @PostMapping("/accounts/{id}/needs/{need}/take-back")
    String takeBack(
            @PathVariable UUID id,
            @PathVariable UUID need,
            Viewer viewer,
            HttpServletResponse response) {
        AccountId account = account(viewer, id);
        if (!needs.takeBack(viewer, account, need)) throw ExperienceController.nothing();
        return said(response, account, Notice.of("The need is taken back."));
    }

    private AccountId account(Viewer viewer, UUID id) {
        return accounts.account(viewer, new AccountId(id))
                .orElseThrow(ExperienceController::nothing)
                .id();
    }
}
