package app.rapport.access.api;

import app.rapport.access.Refused;
import app.rapport.kernel.Cursor;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Refusals of the API in the form of RFC 9457. Where one field is to blame it is named under {@code
 * errors}, by a JSON pointer for bodies (as in the RFC's own example) or by the parameter's name.
 */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems {

    @ExceptionHandler(Refused.class)
    ProblemDetail refused(Refused e) {
        return problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                e.getMessage(),
                Map.of("pointer", "#/" + e.field(), "detail", e.getMessage()));
    }

    @ExceptionHandler(Cursor.Foreign.class)
    ProblemDetail foreign(Cursor.Foreign e) {
        String detail = String.valueOf(e.getMessage());
        return problem(
                HttpStatus.BAD_REQUEST, detail, Map.of("parameter", "cursor", "detail", detail));
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ProblemDetail wrongParameter(MethodArgumentTypeMismatchException e) {
        String name = e.getName();
        // who asks knows the address, and an id in it is repeated to nobody
        String detail =
                e.getParameter().hasParameterAnnotation(PathVariable.class)
                        ? name + " in the address is not of the form that it has"
                        : "'%s' cannot be used for %s".formatted(e.getValue(), name);
        return problem(HttpStatus.BAD_REQUEST, detail, Map.of("parameter", name, "detail", detail));
    }

    @ExceptionHandler(MissingServletRequestParameterException.class)
    ProblemDetail missing(MissingServletRequestParameterException e) {
        String name = e.getParameterName();
        String detail = name + " is missing";
        return problem(HttpStatus.BAD_REQUEST, detail, Map.of("parameter", name, "detail", detail));
    }

    /** Where no controller has its say yet. */
    static void write(HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType("application/problem+json");
        response.getOutputStream()
                .write(
                        """
                        {"type":"about:blank","title":"%s","status":%d,"detail":"%s"}\
                        """
                                .formatted(status.getReasonPhrase(), status.value(), detail)
                                .getBytes(StandardCharsets.UTF_8));
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ProblemDetail unreadable(HttpMessageNotReadableException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause())
            if (cause instanceof LongestBody.TooLong)
                return ProblemDetail.forStatusAndDetail(
                        HttpStatus.CONTENT_TOO_LARGE, cause.getMessage());
        return switch (e.getCause()) {
            case UnrecognizedPropertyException unknown -> unknown(unknown);
            case JacksonException json -> unfit(json);
            case null, default -> noJson();
        };
    }

    /** A field that nobody reads would be lost without a word, most often to a slip of the keys. */
    @ExceptionHandler(UnrecognizedPropertyException.class)
    ProblemDetail unknown(UnrecognizedPropertyException e) {
        String detail = "There is no field " + e.getPropertyName() + " here";
        return problem(
                HttpStatus.BAD_REQUEST, detail, Map.of("pointer", pointer(e), "detail", detail));
    }

    /** JSON that can be read but does not fit what is expected. */
    @ExceptionHandler(JacksonException.class)
    ProblemDetail unfit(JacksonException e) {
        String at = pointer(e);
        if (at.length() < 2) return noJson();
        return problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "A value cannot be read at " + at,
                Map.of("pointer", at, "detail", why(e)));
    }

    private static String why(JacksonException e) {
        return e instanceof InvalidNullException
                ? "A null in a list says nothing: leave it out"
                : "This value cannot be read here";
    }

    private static ProblemDetail noJson() {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, "The body is not the JSON expected here.");
    }

    private static String pointer(JacksonException json) {
        StringBuilder path = new StringBuilder("#");
        for (JacksonException.Reference step : json.getPath()) {
            String name = step.getPropertyName();
            path.append('/').append(name == null ? step.getIndex() : escaped(name));
        }
        return path.toString();
    }

    /** RFC 6901, section 3. */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static ProblemDetail problem(
            HttpStatus status, String detail, Map<String, String> error) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("about:blank"));
        problem.setProperty("errors", List.of(error));
        return problem;
    }
}
