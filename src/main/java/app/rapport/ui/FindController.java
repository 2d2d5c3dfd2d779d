package app.rapport.ui;

import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.SearchSource;
import app.rapport.kernel.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Find or do: asks every room that has something to find, and offers the places to go to. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class FindController {
    private static final int LIMIT = 8;
    private static final Comparator<Found> BEST_FIRST =
            Comparator.comparingInt(Found::order)
                    .thenComparing(Found::score, Comparator.reverseOrder());

    private final ObjectProvider<SearchSource> sources;
    private final ObjectProvider<NavEntry> entries;

    FindController(ObjectProvider<SearchSource> sources, ObjectProvider<NavEntry> entries) {
        this.sources = sources;
        this.entries = entries;
    }

    @GetMapping("/find")
    Page find(
            @RequestParam(defaultValue = "") String q,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            HttpServletRequest request) {
        Viewer viewer = Seat.of(request).orElseThrow().viewer();
        FindResults results = results(viewer, q.strip(), htmx != null);
        return htmx == null ? new FindPage(results) : results;
    }

    @GetMapping("/more")
    Page more() {
        return new MorePage();
    }

    private FindResults results(Viewer viewer, String words, boolean inDialog) {
        List<SearchSource.Hit> hits =
                words.isEmpty()
                        ? List.of()
                        : sources.stream()
                                .flatMap(source -> source.find(viewer, words, LIMIT).stream())
                                .toList();
        List<Found> found = new ArrayList<>(hits.stream().map(Found::of).toList());
        found.sort(BEST_FIRST);
        boolean nobody = !words.isEmpty() && hits.stream().allMatch(SearchSource.Hit::close);
        found.addAll(doings(viewer, words, hits));
        found.addAll(places(viewer, words));
        found.sort(Comparator.comparingInt(Found::order));
        return new FindResults(words, group(found, words), nobody, !hits.isEmpty(), inDialog);
    }

    /** About the first person where there is one; else those whose name was typed. */
    private List<Found> doings(Viewer viewer, String words, List<SearchSource.Hit> hits) {
        Optional<SearchSource.Hit> first =
                hits.stream()
                        .filter(hit -> hit.kind().equals("person"))
                        .max(Comparator.comparingDouble(SearchSource.Hit::score));
        String typed = words.toLowerCase(Locale.ROOT);
        return sources.stream()
                .flatMap(source -> source.doings(viewer, words, first).stream())
                .filter(doing ->
                        first.isPresent() || doing.title().toLowerCase(Locale.ROOT).contains(typed))
                .map(Found::of)
                .toList();
    }

    private List<Found> places(Viewer viewer, String words) {
        String typed = words.toLowerCase(Locale.ROOT);
        return entries.stream()
                .flatMap(entry -> entry.item(viewer).stream())
                .filter(item -> item.title().toLowerCase(Locale.ROOT).contains(typed))
                .sorted(Comparator.comparingInt(NavEntry.Item::order))
                .map(Found::place)
                .toList();
    }

    private static List<FindResults.Group> group(List<Found> found, String words) {
        Map<String, List<FindResults.Hit>> groups = new LinkedHashMap<>();
        int number = 0;
        for (Found one : found) {
            groups.computeIfAbsent(one.group(), _ -> new ArrayList<>())
                    .add(one.drawn(number++, words));
        }
        return groups.entrySet().stream()
                .map(entry -> new FindResults.Group(entry.getKey(), entry.getValue()))
                .toList();
    }
}
