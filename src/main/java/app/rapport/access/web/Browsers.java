package app.rapport.access.web;

import java.util.List;
import java.util.Optional;

/** Makes "Firefox on Windows" of what a browser calls itself; a guess, only to be recognised by. */
final class Browsers {
    /** The first that is found counts: most browsers also name those they imitate. */
    private static final List<List<String>> PROGRAMS =
            List.of(
                    List.of("Edg", "Edge"),
                    List.of("OPR/", "Opera"),
                    List.of("Firefox/", "Firefox"),
                    List.of("Chrome/", "Chrome"),
                    List.of("Safari/", "Safari"),
                    List.of("curl/", "curl"));

    private static final List<List<String>> SYSTEMS =
            List.of(
                    List.of("iPhone", "iPhone"),
                    List.of("iPad", "iPad"),
                    List.of("Android", "Android"),
                    List.of("Windows", "Windows"),
                    List.of("Mac OS X", "Mac"),
                    List.of("Linux", "Linux"));

    private Browsers() {}

    static String named(String agent) {
        String program = first(PROGRAMS, agent).orElse("A browser");
        return first(SYSTEMS, agent).map(system -> program + " on " + system).orElse(program);
    }

    private static Optional<String> first(List<List<String>> signs, String agent) {
        return signs.stream()
                .filter(sign -> agent.contains(sign.getFirst()))
                .map(List::getLast)
                .findFirst();
    }
}
