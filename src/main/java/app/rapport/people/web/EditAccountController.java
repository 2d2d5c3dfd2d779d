package app.rapport.people.web;

import app.rapport.access.House;
import app.rapport.access.Refused;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.people.Account;
import app.rapport.people.AccountBook;
import app.rapport.people.model.AccountField;
import app.rapport.ui.Notice;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A company new, changed, confirmed, deleted and brought back. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class EditAccountController {
    private final AccountBook book;
    private final House house;

    EditAccountController(AccountBook book, House house) {
        this.book = book;
        this.house = house;
    }

    @GetMapping("/accounts/new")
    EditAccountPage fresh(Viewer viewer) {
        PartyForm form = PartyForm.EMPTY.with("owner", viewer.member().toString());
        return page(viewer, "", "/accounts/new", form, "", Wrong.NOTHING);
    }

    private EditAccountPage page(
            Viewer viewer, String name, String action, PartyForm form, String fresh, Wrong wrong) {
        return new EditAccountPage(
                name,
                action,
                form,
                EditPersonController.members(house.present(viewer)),
                fresh,
                wrong);
    }

    @PostMapping("/accounts/new")
    Object add(
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer,
            HttpServletResponse response) {
        PartyForm form = PartyForm.sent(sent);
        try {
            AccountId id = book.add(viewer, given(viewer, form));
            String home = "/accounts/" + id;
            String name = form.text("name").strip();
            return Done.to(home, response, Notice.undoable(name + " is added.", home + "/delete"));
        } catch (Refused e) {
            return page(viewer, "", "/accounts/new", form, "", Rows.wrong(e));
        }
    }

    /** The company above is named in the form; it has to be known. */
    private Map<AccountField, String> given(Viewer viewer, PartyForm form) {
        Map<AccountField, String> given = new LinkedHashMap<>(form.fields(AccountField.values()));
        String parent = form.text("parent").strip();
        given.put(
                AccountField.PARENT,
                parent.isEmpty()
                        ? ""
                        : book.known(viewer, parent)
                                .orElseThrow(() ->
                                        new Refused("parent", "No company called '" + parent + "'"))
                                .toString());
        return given;
    }

    @GetMapping("/accounts/{id}/edit")
    EditAccountPage edit(@PathVariable UUID id, Viewer viewer) {
        Account account = existing(viewer, id);
        PartyForm form = PartyForm.of(account);
        return page(viewer, account.name(), "/accounts/" + id, form, "", Wrong.NOTHING);
    }

    private Account existing(Viewer viewer, UUID id) {
        return book.account(viewer, new AccountId(id)).orElseThrow(EditAccountController::nothing);
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    @PostMapping("/accounts/{id}/edit")
    Object save(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer,
            HttpServletResponse response) {
        Account account = existing(viewer, id);
        String home = "/accounts/" + id;
        PartyForm form = PartyForm.sent(sent);
        Optional<Rows.Redrawn> redrawn = Rows.redrawn(form);
        if (redrawn.isPresent())
            return page(
                    viewer,
                    account.name(),
                    home,
                    redrawn.get().form(),
                    redrawn.get().fresh(),
                    Wrong.NOTHING);
        try {
            return Done.to(
                    home,
                    response,
                    Done.saved(
                            "What stands of " + account.name() + " is saved.",
                            home,
                            book.change(viewer, account.id(), given(viewer, form), _ -> {})));
        } catch (Refused e) {
            return page(viewer, account.name(), home, form, "", Rows.wrong(e));
        }
    }

    @PostMapping("/accounts/{id}/confirm")
    Object confirm(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        Account account = existing(viewer, id);
        book.confirm(viewer, account.id());
        return Done.to(
                "/accounts/" + id,
                response,
                Notice.undoable(account.name() + " is confirmed.", "/accounts/" + id + "/propose"));
    }

    @PostMapping("/accounts/{id}/propose")
    Object propose(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        Account account = existing(viewer, id);
        book.propose(viewer, account.id());
        return Done.to(
                "/accounts/" + id,
                response,
                Notice.undoable(
                        account.name() + " is a proposal again.", "/accounts/" + id + "/confirm"));
    }

    @PostMapping("/accounts/{id}/delete")
    Object delete(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        Account account = existing(viewer, id);
        book.delete(viewer, account.id(), _ -> {});
        return Done.to(
                "/accounts",
                response,
                Notice.undoable(account.name() + " is deleted.", "/accounts/" + id + "/restore"));
    }

    @PostMapping("/accounts/{id}/restore")
    Object restore(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        if (!book.restore(viewer, new AccountId(id))) throw nothing();
        return Done.to(
                "/accounts/" + id,
                response,
                Notice.undoable(
                        existing(viewer, id).name() + " is back.", "/accounts/" + id + "/delete"));
    }
}
