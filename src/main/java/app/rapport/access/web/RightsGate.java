package app.rapport.access.web;

import app.rapport.access.Member;
import app.rapport.kernel.Right;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The one place where pages and API ask what somebody may. A route says what it needs ({@link
 * Gate}); who lacks it gets the answer of what does not exist, before the request is even read.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class RightsGate implements WebMvcConfigurer, HandlerInterceptor {
    /** The API's description is drawn by a library; it tells nobody anything about anybody. */
    private static final String DOCUMENT = "/api/v1/openapi.json";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        boolean asked = request.getDispatcherType() == DispatcherType.REQUEST;
        if (!asked || !(handler instanceof HandlerMethod route)) return true;
        if (Gate.isOpen(route) || request.getRequestURI().equals(DOCUMENT)) return true;
        Right needed = Gate.needed(route, request.getMethod());
        if (WorkspaceFilter.key().filter(key -> key.opens(needed)).isPresent()) return true;
        if (owesSecondFactor(request)) {
            response.sendRedirect(SecondFactorController.HERE);
            return false;
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /**
     * Who has yet to set up the second factor is led there, rather than told that nothing exists.
     */
    private static boolean owesSecondFactor(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && !request.getRequestURI().startsWith("/api/")
                && WorkspaceFilter.member().filter(Member::owesSecondFactor).isPresent();
    }
}
