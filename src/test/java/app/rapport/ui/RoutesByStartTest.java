package app.rapport.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPatternParser;

class RoutesByStartTest {
    private final RoutesByStart routes = new RoutesByStart();

    @ParameterizedTest
    @CsvSource({"/people/{id},/people/", "/assets/**,/assets/", "/today,/today", "/{any},/"})
    void a_route_starts_with_what_stands_before_its_first_variable(String route, String start) {
        assertThat(RoutesByStart.start(route)).isEqualTo(start);
    }

    @Test
    void a_route_is_found_by_its_start_and_by_an_escaped_form_of_it() {
        assertThat(matches("/people/{id}", "/people/7")).isTrue();
        assertThat(matches("/people/{id}", "/p%65ople/7")).isTrue();
        assertThat(matches("/people/{id}", "/companies/7")).isFalse();
        assertThat(matches("/people/{id}", "/people/7/history")).isFalse();
    }

    private boolean matches(String route, String path) {
        RequestMappingInfo.BuilderConfiguration options =
                new RequestMappingInfo.BuilderConfiguration();
        options.setPatternParser(new PathPatternParser());
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        ServletRequestPathUtils.parseAndCache(request);
        return routes.getMatchingMapping(
                        RequestMappingInfo.paths(route).options(options).build(), request)
                != null;
    }
}
