package app.rapport.deals.web;

import app.rapport.access.Refused;
import app.rapport.deals.Deal;
import app.rapport.deals.DealBook;
import app.rapport.deals.DealId;
import app.rapport.deals.DealPerson;
import app.rapport.deals.Deals;
import app.rapport.deals.Stages;
import app.rapport.deals.model.DealField;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.people.Role;
import app.rapport.ui.Notice;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One deal: made, changed, moved, given people, deleted, and all of that taken back. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class DealController {
    private final DealBook book;
    private final Deals deals;
    private final Stages stages;
    private final DealViews views;

    DealController(DealBook book, Deals deals, Stages stages, DealViews views) {
        this.book = book;
        this.deals = deals;
        this.stages = stages;
        this.views = views;
    }

    @GetMapping("/deals/new")
    EditDealPage blank(@RequestParam(defaultValue = "") String company, Viewer viewer) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(DealField.ACCOUNT.key(), company);
        texts.put(DealField.OWNER.key(), viewer.member().toString());
        texts.put(DealField.CURRENCY.key(), deals.usualCurrency(viewer));
        return views.form(viewer, "/deals/new", "", new DealForm(texts), Wrong.NOTHING);
    }

    @PostMapping("/deals/new")
    Object add(
            @RequestParam Map<String, String> sent, Viewer viewer, HttpServletResponse response) {
        DealForm form = new DealForm(sent);
        try {
            DealId id = book.add(viewer, form.fields(name -> views.company(viewer, name)));
            String home = "/deals/" + id;
            return Done.to(
                    home,
                    response,
                    Notice.undoable(form.text("name").strip() + " is added.", home + "/delete"));
        } catch (Refused e) {
            return views.form(viewer, "/deals/new", "", form, new Wrong(e.field(), e.getMessage()));
        }
    }

    @GetMapping("/deals/{id}")
    DealPage one(@PathVariable UUID id, Viewer viewer) {
        return views.page(viewer, existing(viewer, id), Wrong.NOTHING);
    }

    private Deal existing(Viewer viewer, UUID id) {
        return book.deal(viewer, new DealId(id)).orElseThrow(DealController::nothing);
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    @GetMapping("/deals/{id}/edit")
    EditDealPage edit(@PathVariable UUID id, Viewer viewer) {
        Deal deal = existing(viewer, id);
        return views.form(viewer, "/deals/" + id, deal.name(), DealForm.of(deal), Wrong.NOTHING);
    }

    @PostMapping("/deals/{id}/edit")
    Object save(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            Viewer viewer,
            HttpServletResponse response) {
        Deal deal = existing(viewer, id);
        DealForm form = new DealForm(sent);
        try {
            Optional<Instant> at =
                    book.change(
                            viewer,
                            deal.id(),
                            form.fields(name -> views.company(viewer, name)),
                            _ -> {});
            return saved(
                    deal,
                    "/deals/" + id,
                    "What stands of " + deal.name() + " is saved.",
                    at,
                    response);
        } catch (Refused e) {
            return views.form(
                    viewer,
                    "/deals/" + id,
                    deal.name(),
                    DealForm.of(deal).with(sent),
                    new Wrong(e.field(), e.getMessage()));
        }
    }

    private static Object saved(
            Deal deal,
            String back,
            String words,
            Optional<Instant> at,
            HttpServletResponse response) {
        return Done.to(
                back,
                response,
                at.map(moment ->
                                Notice.undoable(
                                        words, "/deals/" + deal.id() + "/put-back?at=" + moment))
                        .orElse(Notice.of("Nothing was other than before.")));
    }

    /**
     * @param board whether it was moved there, and that is shown again
     */
    @PostMapping("/deals/{id}/stage")
    Object move(
            @PathVariable UUID id,
            @RequestParam UUID stage,
            @RequestParam(defaultValue = "") String board,
            @RequestParam(defaultValue = "") String owner,
            Viewer viewer,
            HttpServletResponse response) {
        Deal deal = existing(viewer, id);
        String name = stages.one(viewer, stage).orElseThrow(DealController::nothing).name();
        String back =
                board.isEmpty()
                        ? "/deals/" + id
                        : "/deals/board?moved="
                                + id
                                + (owner.matches("[0-9a-z-]+") ? "&owner=" + owner : "");
        Optional<Instant> at =
                book.change(viewer, deal.id(), Map.of(DealField.STAGE, stage.toString()), _ -> {});
        return saved(deal, back, deal.name() + " is in \"" + name + "\".", at, response);
    }

    @PostMapping("/deals/{id}/put-back")
    Object putBack(
            @PathVariable UUID id,
            @RequestParam Instant at,
            Viewer viewer,
            HttpServletResponse response) {
        Deal deal = existing(viewer, id);
        try {
            return saved(
                    deal,
                    "/deals/" + id,
                    "What stood there before is back.",
                    book.putBack(viewer, deal.id(), at),
                    response);
        } catch (Refused e) {
            return views.page(viewer, deal, new Wrong("put-back", e.getMessage()));
        }
    }

    /**
     * @param person an id, or a name or address as it was typed
     */
    @PostMapping("/deals/{id}/people")
    Object join(
            @PathVariable UUID id,
            @RequestParam String person,
            @RequestParam(defaultValue = "user") String role,
            Viewer viewer,
            HttpServletResponse response) {
        Deal deal = existing(viewer, id);
        Optional<PersonId> found = views.person(viewer, person);
        if (found.isEmpty())
            return views.page(
                    viewer,
                    deal,
                    new Wrong(
                            "person",
                            "Nobody, or not just one, is called '" + person.strip() + "'"));
        Role part = Role.of(role).orElse(Role.USER);
        Optional<UUID> added = book.join(viewer, deal.id(), found.get(), part);
        Notice notice =
                added.map(one ->
                                Notice.undoable(
                                        person.strip() + " has a part in it.",
                                        "/deals/" + id + "/people/" + one + "/remove"))
                        .orElse(Notice.of("That is known already."));
        return Done.to("/deals/" + id, response, notice);
    }

    @PostMapping("/deals/{id}/people/{part}/remove")
    Object part(
            @PathVariable UUID id,
            @PathVariable UUID part,
            Viewer viewer,
            HttpServletResponse response) {
        Deal deal = existing(viewer, id);
        DealPerson was = book.part(viewer, deal.id(), part).orElseThrow(DealController::nothing);
        return Done.to(
                "/deals/" + id,
                response,
                Notice.undoable(
                        was.name() + " has no part in it any more.",
                        "/deals/"
                                + id
                                + "/people?person="
                                + was.person()
                                + "&role="
                                + was.role().word()));
    }

    @PostMapping("/deals/{id}/delete")
    Object delete(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        Deal deal = existing(viewer, id);
        book.delete(viewer, deal.id(), _ -> {});
        return Done.to(
                "/deals",
                response,
                Notice.undoable(deal.name() + " is deleted.", "/deals/" + id + "/restore"));
    }

    @PostMapping("/deals/{id}/restore")
    Object restore(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        if (!book.restore(viewer, new DealId(id))) throw nothing();
        return Done.to(
                "/deals/" + id,
                response,
                Notice.undoable(
                        existing(viewer, id).name() + " is back.", "/deals/" + id + "/delete"));
    }
}
