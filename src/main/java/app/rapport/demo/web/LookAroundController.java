package app.rapport.demo.web;

import app.rapport.access.Admission;
import app.rapport.access.Member;
import app.rapport.demo.Demo;
import app.rapport.demo.DemoDoor;
import app.rapport.kernel.OpenDoor;
import app.rapport.ui.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Into the made-up firm, by a link that only who starts the server knows. */
@Controller
@OpenDoor
class LookAroundController {
    private final DemoDoor door;
    private final Demo demo;
    private final Admission admission;

    LookAroundController(DemoDoor door, Demo demo, Admission admission) {
        this.door = door;
        this.demo = demo;
        this.admission = admission;
    }

    @GetMapping("/demo/{token}")
    Page look(@PathVariable String token, HttpServletResponse response) {
        require(token);
        LookAroundPage page = new LookAroundPage(token, door.percent(), demo.sellers());
        if (page.percent().isPresent()) response.setHeader("Refresh", "1");
        return page;
    }

    @PostMapping("/demo/{token}")
    String make(@PathVariable String token) {
        require(token);
        door.makeMeanwhile();
        return "redirect:/demo/" + token;
    }

    @PostMapping("/demo/{token}/enter")
    String enter(
            @PathVariable String token,
            @RequestParam UUID seller,
            HttpServletRequest request,
            HttpServletResponse response) {
        require(token);
        Member member =
                demo.sellers().stream()
                        .filter(one -> one.id().value().equals(seller))
                        .findFirst()
                        .orElseThrow(LookAroundController::nothing);
        admission.letIn(member, request, response);
        return "redirect:/";
    }

    private void require(String token) {
        if (!door.opens(token)) throw nothing();
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
