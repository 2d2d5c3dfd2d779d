package app.rapport.calls.web;

import app.rapport.access.Refused;
import app.rapport.calls.BusinessCases;
import app.rapport.calls.CaseRules;
import app.rapport.calls.FiledCase;
import app.rapport.calls.model.BusinessCase;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.ui.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A business case: written, counted while it is typed, taken back, printed. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class CaseController {
    private final BusinessCases cases;
    private final CasePages pages;

    CaseController(BusinessCases cases, CasePages pages) {
        this.cases = cases;
        this.pages = pages;
    }

    @GetMapping("/business-cases/{id}")
    CasePage one(@PathVariable UUID id, Viewer viewer) {
        FiledCase filed = pages.existing(viewer, id);
        return pages.page(viewer, filed, filed.path());
    }

    @PostMapping("/business-cases/{id}")
    Object save(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer,
            HttpServletResponse response) {
        FiledCase standing = pages.existing(viewer, id);
        CaseForm form = CaseForm.sent(sent);
        try {
            FiledCase kept =
                    cases.change(
                            viewer,
                            id,
                            form.content(),
                            BusinessCases.unchangedSince(form.revision()));
            return CasePages.to(kept.path(), said(standing, kept), response);
        } catch (Refused e) {
            return pages.refused(viewer, standing, standing.path(), form, e);
        }
    }

    private static Notice said(FiledCase standing, FiledCase kept) {
        return kept.revision() == standing.revision()
                ? Notice.of("Nothing is other than before.")
                : Notice.undoable(
                        "The business case is saved as version " + kept.revision() + ".",
                        undo(standing, kept));
    }

    /** Undoing takes nothing along that somebody saved since. */
    private static String undo(FiledCase standing, FiledCase kept) {
        return "%s/versions/%d/restore?over=%d"
                .formatted(kept.path(), standing.revision(), kept.revision());
    }

    /** Counts what is typed; nothing is kept. */
    @PostMapping("/business-cases/figures")
    CaseFiguresPage figures(@RequestParam MultiValueMap<String, String> sent) {
        CaseForm form = CaseForm.sent(sent);
        try {
            return new CaseFiguresPage(CaseView.of(CaseRules.checked(form.content())), "");
        } catch (Refused e) {
            return new CaseFiguresPage(
                    CaseView.of(BusinessCase.empty()),
                    e.getMessage() + ". The figures come back once it is mended.");
        }
    }

    @GetMapping("/business-cases/{id}/print")
    PrintedCasePage print(@PathVariable UUID id, Viewer viewer) {
        FiledCase filed = pages.existing(viewer, id);
        return new PrintedCasePage(
                pages.head(viewer, filed, ""), CaseView.of(filed.content()), filed.revision());
    }

    @GetMapping("/business-cases/{id}/versions")
    CaseVersionsPage versions(@PathVariable UUID id, Viewer viewer) {
        FiledCase filed = pages.existing(viewer, id);
        return new CaseVersionsPage(
                pages.head(viewer, filed, "versions"), cases.versions(viewer, id));
    }

    /** As it stood. */
    @GetMapping("/business-cases/{id}/versions/{revision}")
    PrintedCasePage version(@PathVariable UUID id, @PathVariable int revision, Viewer viewer) {
        FiledCase filed = pages.existing(viewer, id);
        BusinessCase content =
                cases.version(viewer, id, revision).orElseThrow(BusinessCases::missing);
        return new PrintedCasePage(
                pages.head(viewer, filed, "versions"), CaseView.of(content), revision);
    }

    /**
     * @param over the version that is undone; 0 where an earlier one is chosen, whatever stands
     */
    @PostMapping("/business-cases/{id}/versions/{revision}/restore")
    Object restore(
            @PathVariable UUID id,
            @PathVariable int revision,
            @RequestParam(defaultValue = "0") int over,
            Viewer viewer,
            HttpServletResponse response) {
        FiledCase standing = pages.existing(viewer, id);
        Consumer<FiledCase> check = over == 0 ? _ -> {} : BusinessCases.unchangedSince(over);
        try {
            FiledCase kept =
                    cases.restore(viewer, id, revision, check).orElseThrow(BusinessCases::missing);
            Notice notice =
                    Notice.undoable("Version " + revision + " stands again.", undo(standing, kept));
            return CasePages.to(kept.path(), notice, response);
        } catch (Refused e) {
            return CasePages.to(
                    standing.path() + "/versions",
                    Notice.of("Somebody saved this case meanwhile: nothing is undone."),
                    response);
        }
    }

    @PostMapping("/business-cases/{id}/delete")
    Object delete(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        FiledCase filed = pages.existing(viewer, id);
        cases.delete(viewer, id, _ -> {});
        Notice notice =
                Notice.undoable(
                        "The business case is deleted; its links open nothing.",
                        "/settings/bin/" + id + "/restore");
        return CasePages.to(filed.home(), notice, response);
    }
}
