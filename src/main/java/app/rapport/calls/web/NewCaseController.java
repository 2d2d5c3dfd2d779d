package app.rapport.calls.web;

import app.rapport.access.Refused;
import app.rapport.calls.BusinessCases;
import app.rapport.calls.CaseOf;
import app.rapport.calls.CaseOf.OfAccount;
import app.rapport.calls.CaseOf.OfDeal;
import app.rapport.calls.FiledCase;
import app.rapport.deals.DealId;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.ui.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A new business case, of a company or of a deal; it is kept once it is saved. */
@Controller
@Needs(toRead = Right.WRITE_RECORDS, toChange = Right.WRITE_RECORDS)
class NewCaseController {
    private final BusinessCases cases;
    private final CasePages pages;

    NewCaseController(BusinessCases cases, CasePages pages) {
        this.cases = cases;
        this.pages = pages;
    }

    @GetMapping("/accounts/{id}/business-case")
    CasePage ofAccount(@PathVariable UUID id, Viewer viewer) {
        return blank(viewer, new OfAccount(new AccountId(id)), "/accounts/" + id);
    }

    @GetMapping("/deals/{id}/business-case")
    CasePage ofDeal(@PathVariable UUID id, Viewer viewer) {
        return blank(viewer, new OfDeal(new DealId(id)), "/deals/" + id);
    }

    private CasePage blank(Viewer viewer, CaseOf of, String home) {
        return pages.page(viewer, fresh(viewer, of), home + "/business-case");
    }

    private FiledCase fresh(Viewer viewer, CaseOf of) {
        return cases.fresh(viewer, of).orElseThrow(BusinessCases::missing);
    }

    @PostMapping("/accounts/{id}/business-case")
    Object addToAccount(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer,
            HttpServletResponse response) {
        return add(
                viewer,
                new OfAccount(new AccountId(id)),
                "/accounts/" + id,
                CaseForm.sent(sent),
                response);
    }

    @PostMapping("/deals/{id}/business-case")
    Object addToDeal(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer,
            HttpServletResponse response) {
        return add(
                viewer, new OfDeal(new DealId(id)), "/deals/" + id, CaseForm.sent(sent), response);
    }

    private Object add(
            Viewer viewer, CaseOf of, String home, CaseForm form, HttpServletResponse response) {
        FiledCase fresh = fresh(viewer, of);
        try {
            FiledCase made = cases.add(viewer, of, form.content());
            Notice notice = Notice.undoable("The business case is kept.", made.path() + "/delete");
            return CasePages.to(made.path(), notice, response);
        } catch (Refused e) {
            return pages.refused(viewer, fresh, home + "/business-case", form, e);
        }
    }
}
