package app.rapport.access.web;

import app.rapport.access.Access;
import app.rapport.access.IdempotentAnswers;
import app.rapport.access.Key;
import app.rapport.access.Sessions.Session;
import app.rapport.access.api.BearerToken;
import app.rapport.access.api.Idempotency;
import app.rapport.access.api.LongestBody;
import app.rapport.access.api.Unauthorized;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Two doors: the API by token, everything else by session. Everything is closed that is not named
 * open here.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebSecurity {

    /** Nobody logs in through Spring's own machinery; without this bean it would invent a user. */
    @Bean
    AuthenticationManager noOtherWayIn() {
        return authentication -> {
            throw new ProviderNotFoundException("log in by the login page");
        };
    }

    /** Nobody types a zero character, and PostgreSQL holds none in a text. */
    @Bean
    HttpFirewall withoutZeroCharacters() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    @Bean
    @Order(1)
    SecurityFilterChain apiDoor(HttpSecurity http, Access access, IdempotentAnswers answers) {
        return ground(http, request -> BearerToken.of(request).flatMap(access::byToken))
                .securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterAfter(new LongestBody(), WorkspaceFilter.class)
                .addFilterAfter(new Idempotency(answers, WebSecurity::reach), LongestBody.class)
                .authorizeHttpRequests(asks ->
                        asks.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers("/api/v1/openapi.json")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(asks -> asks.authenticationEntryPoint(new Unauthorized()))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pageDoor(HttpSecurity http, SessionCookie sessions) {
        return ground(http, request -> sessions.session(request).map(Session::key))
                .csrf(csrf ->
                        csrf.csrfTokenRepository(new FormTokens(sessions))
                                .csrfTokenRequestHandler(new FormTokenReader()))
                .authorizeHttpRequests(asks ->
                        asks.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(
                                        "/login",
                                        "/login/code",
                                        "/login/forgotten",
                                        "/login/firm",
                                        "/login/with/*",
                                        "/login/with/*/back",
                                        "/reset/*",
                                        "/setup/*",
                                        "/demo/*",
                                        "/demo/*/enter",
                                        "/made-up/gone",
                                        "/join/*",
                                        "/calendar/feed/*",
                                        "/answer/*",
                                        "/case/*",
                                        "/assets/**",
                                        "/health",
                                        "/error")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(asks ->
                        asks.authenticationEntryPoint(
                                (request, response, _) -> toLogin(request, response)))
                .build();
    }

    private static String reach() {
        return WorkspaceFilter.key().map(Key::reach).orElse("");
    }

    private static HttpSecurity ground(
            HttpSecurity http, Function<HttpServletRequest, Optional<Key>> who) {
        return http.securityContext(context -> context.securityContextRepository(new Context(who)))
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers ->
                        headers.defaultsDisabled().addHeaderWriter(new SecurityHeaders()))
                .addFilterAfter(new WorkspaceFilter(), AuthorizationFilter.class);
    }

    /** Remembers where the person wanted to go; a script is told plainly. */
    private static void toLogin(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        String query = request.getQueryString();
        String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
        boolean comesBack = request.getMethod().equals("GET") && !wanted.equals("/");
        response.sendRedirect(
                comesBack
                        ? "/login?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8)
                        : "/login");
    }
}
