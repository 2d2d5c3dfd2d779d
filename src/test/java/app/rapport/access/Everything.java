package app.rapport.access;

import app.rapport.access.Routes.Route;
import app.rapport.access.web.Gate;
import app.rapport.browser.TestServer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What every route that shows something shows to somebody, whatever it is asked for.
 *
 * @param there the paths of each route at which something was
 */
record Everything(Map<String, String> byRoute, Map<Route, List<String>> there) {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{40,}");

    /**
     * @param ids of records to ask for
     * @param words to type where words are asked for
     */
    static Everything shown(TestServer server, Caller caller, List<UUID> ids, List<String> words) {
        Map<Route, List<String>> asked = new LinkedHashMap<>();
        for (Route route : Routes.of(server).all())
            if (route.method().equals("GET") && !Gate.isOpen(route.handler()))
                asked.put(route, paths(route, ids, words));
        return shown(caller, asked);
    }

    /** What somebody else sees of what is there at all: a tenth of all that may be asked for. */
    Everything alsoShownTo(Caller caller) {
        return shown(caller, there);
    }

    /** Two routes at a time: one waits for the database while the other is answered. */
    private static Everything shown(Caller caller, Map<Route, List<String>> asked) {
        Map<String, String> shown = new LinkedHashMap<>();
        Map<Route, List<String>> there = new LinkedHashMap<>();
        asked.entrySet().parallelStream()
                .map(one -> Seen.of(caller, one.getKey(), one.getValue()))
                .toList()
                .forEach(seen -> {
                    shown.put(seen.route().toString(), seen.text());
                    if (!seen.there().isEmpty()) there.put(seen.route(), seen.there());
                });
        return new Everything(shown, there);
    }

    private record Seen(Route route, String text, List<String> there) {
        static Seen of(Caller caller, Route route, List<String> paths) {
            StringBuilder all = new StringBuilder();
            List<String> there = new ArrayList<>();
            Set<String> nothing = new HashSet<>();
            for (String path : paths) {
                // where nothing is for an id, nothing is whatever is asked for beside it
                if (nothing.contains(bare(path))) continue;
                Caller.Shown answer = caller.seen(path);
                if (answer.status() == 404 && route.takesAnId()) nothing.add(bare(path));
                if (answer.status() != 404) there.add(path);
                // an answer may say what it was asked for; form tokens may spell anything
                String text = answer.text().replace(bare(path), "");
                all.append(TOKEN.matcher(text).replaceAll("")).append('\n');
            }
            return new Seen(route, all.toString(), there);
        }
    }

    private static String bare(String path) {
        return path.split("[?]")[0];
    }

    private static List<String> paths(Route route, List<UUID> ids, List<String> words) {
        List<String> paths = new ArrayList<>();
        for (UUID id : route.takesAnId() ? ids : ids.subList(0, 1)) {
            String path = route.path(id);
            paths.add(path);
            paths.add(bare(path));
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
