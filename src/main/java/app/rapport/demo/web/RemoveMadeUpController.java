package app.rapport.demo.web;

import app.rapport.access.Access;
import app.rapport.access.Admission;
import app.rapport.access.Member;
import app.rapport.demo.Demo;
import app.rapport.kernel.Needs;
import app.rapport.kernel.OpenDoor;
import app.rapport.kernel.Right;
import app.rapport.ui.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Takes the made-up firm away, by whoever looks around in it. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class RemoveMadeUpController {
    private final Demo demo;
    private final Access access;
    private final Admission admission;

    RemoveMadeUpController(Demo demo, Access access, Admission admission) {
        this.demo = demo;
        this.access = access;
        this.admission = admission;
    }

    @GetMapping("/made-up")
    Object ask(Member member) {
        return member.madeUp() ? new RemoveMadeUpPage(member.workspaceName()) : "redirect:/";
    }

    /** From a workspace that is real nothing goes. */
    @PostMapping("/made-up")
    String remove(Member member, HttpServletRequest request, HttpServletResponse response) {
        if (!member.madeUp()) return "redirect:/";
        demo.remove();
        admission.seeOff(request, response);
        return "redirect:/made-up/gone";
    }

    @OpenDoor
    @GetMapping("/made-up/gone")
    Page gone() {
        return new MadeUpGonePage(access.anyWorkspace());
    }
}
