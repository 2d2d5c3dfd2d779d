package app.rapport.access;

import app.rapport.access.Routes.Route;
import app.rapport.access.web.Gate;
import app.rapport.browser.TestServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/** What every route that shows something shows to somebody, whatever it is asked for. */
record Everything(Map<String, String> byRoute) {

    /**
     * @param ids of records to ask for, @param words to type where words are asked for
     */
    static Everything shown(TestServer server, Caller caller, List<UUID> ids, List<String> words) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (Route route : Routes.of(server).all()) {
            if (!route.method().equals("GET") || Gate.isOpen(route.handler())) continue;
            StringBuilder all = new StringBuilder();
            for (String path : paths(route, ids, words)) {
                // an answer may say what it was asked for; form tokens may spell anything
                String answer = caller.shown(path).replace(path.split("[?]")[0], "");
                all.append(answer.replaceAll("[A-Za-z0-9_-]{40,}", "")).append('\n');
            }
            shown.put(route.toString(), all.toString());
        }
        return new Everything(shown);
    }

    private static List<String> paths(Route route, List<UUID> ids, List<String> words) {
        List<String> paths = new ArrayList<>();
        for (UUID id : route.takesAnId() ? ids : ids.subList(0, 1)) {
            String path = route.path(id);
            paths.add(path);
            paths.add(path.split("[?]")[0]);
            paths.add(path.replaceAll("/" + id + "$", "/0"));
            for (String typed : words) paths.add(path.replace("=x", "=" + typed));
        }
        return paths.stream().distinct().toList();
    }

    /** The routes that show this word, in capitals or not. */
    TreeSet<String> showing(String word) {
        TreeSet<String> routes = new TreeSet<>();
        byRoute.forEach((route, text) -> {
            if (text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)))
                routes.add(route);
        });
        return routes;
    }
}
