package app.rapport.access;

import app.rapport.browser.TestServer;
import java.lang.reflect.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route of pages and API that the running server has, as requests that can be sent. */
record Routes(List<Route> all) {

    /**
     * @param multipart whether it takes files only
     */
    record Route(String method, String pattern, HandlerMethod handler, boolean multipart) {
        boolean isApi() {
            return pattern.startsWith("/api/");
        }

        boolean takesAnId() {
            return pattern.contains("{") || parameters().anyMatch(p -> p.getType() == UUID.class);
        }

        /** The route with that id wherever it takes one, and something plausible elsewhere. */
        String path(UUID id) {
            String path = pattern.replaceAll("\\{[^}]+}", id.toString());
            String query =
                    parameters()
                            .map(p -> name(p) + "=" + value(p.getType(), id))
                            .collect(Collectors.joining("&"));
            return query.isEmpty() ? path : path + "?" + query;
        }

        private Stream<Parameter> parameters() {
            return Arrays.stream(handler.getMethod().getParameters())
                    .filter(p -> p.isAnnotationPresent(RequestParam.class))
                    .filter(p -> p.getType() != MultipartFile.class && p.getType() != List.class);
        }

        private static String name(Parameter parameter) {
            RequestParam given = parameter.getAnnotation(RequestParam.class);
            String name = given.value().isEmpty() ? given.name() : given.value();
            return name.isEmpty() ? parameter.getName() : name;
        }

        private static String value(Class<?> type, UUID id) {
            if (type == UUID.class) return id.toString();
            if (type == LocalDate.class) return "2026-01-05";
            if (type == int.class || type == Integer.class || type == long.class) return "7";
            if (type == boolean.class) return "true";
            if (type.getSimpleName().endsWith("Time") || type.getSimpleName().equals("Instant"))
                return URLEncoder.encode("2026-01-05T10:00:00Z", StandardCharsets.UTF_8);
            return type == String.class ? "x" : "";
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    static Routes of(TestServer server) {
        List<Route> found = new ArrayList<>();
        server.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((info, handler) -> add(info, handler, found));
        found.sort(java.util.Comparator.comparing(Route::toString));
        return new Routes(List.copyOf(found));
    }

    private static void add(RequestMappingInfo info, HandlerMethod handler, List<Route> found) {
        if (!handler.getBeanType().getName().startsWith("app.rapport")) return;
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        boolean multipart =
                info.getConsumesCondition().getConsumableMediaTypes().stream()
                        .anyMatch(type -> type.getType().equals("multipart"));
        for (String pattern : info.getPatternValues()) {
            for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                found.add(new Route(method.name(), pattern, handler, multipart));
            }
        }
    }
}
