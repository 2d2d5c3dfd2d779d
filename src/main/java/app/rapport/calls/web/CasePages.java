package app.rapport.calls.web;

import app.rapport.access.House;
import app.rapport.access.Refused;
import app.rapport.calls.BusinessCases;
import app.rapport.calls.FiledCase;
import app.rapport.kernel.Viewer;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.view.RedirectView;

/** What all pages of a business case share. */
@Component
class CasePages {
    private final BusinessCases cases;
    private final House house;

    CasePages(BusinessCases cases, House house) {
        this.cases = cases;
        this.house = house;
    }

    FiledCase existing(Viewer viewer, UUID id) {
        return cases.one(viewer, id).orElseThrow(BusinessCases::missing);
    }

    CaseHead head(Viewer viewer, FiledCase filed, String tab) {
        return new CaseHead(filed, house.members(viewer), tab);
    }

    CasePage page(Viewer viewer, FiledCase filed, String action) {
        return new CasePage(
                head(viewer, filed, ""),
                action,
                CaseForm.of(filed.content(), filed.revision()),
                CaseView.of(filed.content()),
                Wrong.NOTHING);
    }

    /** What was typed stays, with what is wrong with it. */
    CasePage refused(Viewer viewer, FiledCase filed, String action, CaseForm form, Refused e) {
        boolean late = e.field().equals("revision");
        return new CasePage(
                head(viewer, filed, ""),
                action,
                late ? form.after(filed.revision()) : form,
                CaseView.of(filed.content()),
                new Wrong(e.field(), e.getMessage()));
    }

    static RedirectView to(String path, Notice notice, HttpServletResponse response) {
        Notices.say(response, notice);
        RedirectView to = new RedirectView(path);
        to.setStatusCode(HttpStatus.SEE_OTHER);
        return to;
    }
}
