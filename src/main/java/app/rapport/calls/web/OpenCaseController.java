package app.rapport.calls.web;

import app.rapport.calls.OpenCases;
import app.rapport.kernel.OpenDoor;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Where a customer reads a business case, without a login: the secret in the address is the key.
 */
@Controller
@OpenDoor
class OpenCaseController {
    private final OpenCases cases;

    OpenCaseController(OpenCases cases) {
        this.cases = cases;
    }

    /** The address is a key: it is kept nowhere and told to nobody. */
    @GetMapping("/case/{secret}")
    OpenCasePage open(@PathVariable String secret, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex");
        return new OpenCasePage(cases.open(secret));
    }
}
