package app.rapport.calls.web;

import app.rapport.access.Refused;
import app.rapport.calls.BusinessCases;
import app.rapport.calls.CaseLinks;
import app.rapport.calls.FiledCase;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.ui.Notice;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Links to a business case: made, revoked, renewed. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class CaseLinksController {
    private final CaseLinks links;
    private final CasePages pages;

    CaseLinksController(CaseLinks links, CasePages pages) {
        this.links = links;
        this.pages = pages;
    }

    @GetMapping("/business-cases/{id}/links")
    CaseLinksPage all(@PathVariable UUID id, Viewer viewer) {
        return page(viewer, pages.existing(viewer, id), "", Wrong.NOTHING);
    }

    private CaseLinksPage page(Viewer viewer, FiledCase filed, String made, Wrong wrong) {
        return new CaseLinksPage(
                pages.head(viewer, filed, "links"),
                links.of(viewer, filed),
                made,
                links.usualEnd(viewer),
                wrong);
    }

    /** Shows the new address on the page that answers: it can be shown this once only. */
    @PostMapping("/business-cases/{id}/links")
    CaseLinksPage make(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String endsOn,
            Viewer viewer,
            HttpServletResponse response) {
        FiledCase filed = pages.existing(viewer, id);
        response.setHeader("Cache-Control", "no-store");
        try {
            CaseLinks.Made made = links.make(viewer, filed, label, day(endsOn));
            String address =
                    ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
                            + made.path();
            return page(viewer, filed, address, Wrong.NOTHING);
        } catch (Refused e) {
            return page(viewer, filed, "", new Wrong(e.field(), e.getMessage()));
        }
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException e) {
            throw new Refused("endsOn", "Say on which day it ends");
        }
    }

    @PostMapping("/business-cases/{id}/links/{link}/revoke")
    Object revoke(
            @PathVariable UUID id,
            @PathVariable UUID link,
            Viewer viewer,
            HttpServletResponse response) {
        FiledCase filed = pages.existing(viewer, id);
        if (!links.revoke(viewer, filed, link)) throw BusinessCases.missing();
        String path = filed.path() + "/links";
        return CasePages.to(
                path,
                Notice.undoable("The link opens nothing any more.", path + "/" + link + "/restore"),
                response);
    }

    @PostMapping("/business-cases/{id}/links/{link}/restore")
    Object restore(
            @PathVariable UUID id,
            @PathVariable UUID link,
            Viewer viewer,
            HttpServletResponse response) {
        FiledCase filed = pages.existing(viewer, id);
        if (!links.restore(viewer, filed, link)) throw BusinessCases.missing();
        return CasePages.to(
                filed.path() + "/links", Notice.of("The link opens the case again."), response);
    }

    @PostMapping("/business-cases/{id}/links/{link}/renew")
    Object renew(
            @PathVariable UUID id,
            @PathVariable UUID link,
            Viewer viewer,
            HttpServletResponse response) {
        FiledCase filed = pages.existing(viewer, id);
        if (!links.renew(viewer, filed, link)) throw BusinessCases.missing();
        return CasePages.to(
                filed.path() + "/links",
                Notice.of("The link shows version " + filed.revision() + " now."),
                response);
    }
}
