package app.rapport.ui;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Where answers are JSON rather than pages. */
final class ApiPath {
    static final String ROOT = "/api/";

    private ApiPath() {}

    static boolean is(HttpServletRequest request) {
        return request.getRequestURI().startsWith(ROOT);
    }

    static ProblemDetail fault(String number) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "This could not be done. Nothing was changed. Send this number to your admin: "
                                + number
                                + ".");
        problem.setProperty("number", number);
        return problem;
    }
}
