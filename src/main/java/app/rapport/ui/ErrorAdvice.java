package app.rapport.ui;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * What is shown when a request fails: a page in words, or RFC 9457 for the API. Rooms that know
 * better say so in an advice of their own, which is asked first.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ErrorAdvice {

    /** The browser went away while it was being answered: nobody is there to be told. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone() {}

    /**
     * Whatever is not there, is not there in the same words: nobody learns what they may not see.
     */
    private static ProblemDetail refusal(Exception e, int status) {
        return e instanceof ErrorResponse known && status != 404
                ? known.getBody()
                : ProblemDetail.forStatus(status);
    }

    private static int status(Exception e) {
        if (e instanceof ErrorResponse known) return known.getStatusCode().value();
        if (e instanceof MethodArgumentTypeMismatchException wrong)
            return wrong.getParameter().hasParameterAnnotation(PathVariable.class) ? 404 : 400;
        return e instanceof RequestRejectedException ? 400 : 500;
    }

    @ExceptionHandler(Exception.class)
    Object failed(Exception e, HttpServletRequest request) {
        int status = status(e);
        String number = status >= 500 ? Faults.number(request, e) : "";
        if (!ApiPath.is(request)) {
            return ErrorPage.of(status, number);
        }
        ProblemDetail problem = status >= 500 ? ApiPath.fault(number) : refusal(e, status);
        HttpHeaders headers =
                e instanceof ErrorResponse known ? known.getHeaders() : new HttpHeaders();
        return new ResponseEntity<>(problem, headers, HttpStatusCode.valueOf(status));
    }
}
