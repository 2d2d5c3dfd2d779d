package app.rapport.ui;

import app.rapport.kernel.OpenDoor;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Failures outside of any controller: in a filter, or in the server itself. */
@Controller
@OpenDoor
class ErrorDoor implements ErrorController {

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        int status = status(request);
        String number =
                status >= 500
                                && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION)
                                        instanceof Throwable cause
                        ? Faults.number(request, cause)
                        : "";
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (path == null || !path.toString().startsWith(ApiPath.ROOT)) {
            return ErrorPage.of(status, number);
        }
        ProblemDetail problem =
                status >= 500
                        ? ApiPath.fault(number)
                        : ProblemDetail.forStatus(HttpStatus.valueOf(status));
        return ResponseEntity.status(status).body(problem);
    }

    /** Asked for directly, it is a page that is not there. */
    private static int status(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return status instanceof Integer code && HttpStatus.resolve(code) != null ? code : 404;
    }
}
