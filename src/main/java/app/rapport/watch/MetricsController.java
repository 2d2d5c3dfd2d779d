package app.rapport.watch;

import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Vitals;
import app.rapport.kernel.Vitals.Vital;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Numbers in the format of Prometheus, for a token of somebody who may read the audit log. */
@RestController
@Needs(toRead = Right.READ_AUDIT)
class MetricsController {
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private final Metrics metrics;
    private final List<Vitals> rooms;

    MetricsController(Metrics metrics, List<Vitals> rooms) {
        this.metrics = metrics;
        this.rooms = rooms;
    }

    @GetMapping(path = "/api/v1/metrics", produces = TEXT)
    String metrics() {
        StringBuilder text = new StringBuilder(metrics.inPrometheusFormat());
        byName().forEach((name, vitals) -> write(text, name, vitals));
        return text.toString();
    }

    /** Lines of one name stand together, as the format wants it. */
    private Map<String, List<Vital>> byName() {
        Map<String, List<Vital>> all = new LinkedHashMap<>();
        for (Vitals room : rooms)
            for (Vital vital : room.read())
                all.computeIfAbsent(vital.name(), _ -> new ArrayList<>()).add(vital);
        return all;
    }

    private static void write(StringBuilder text, String name, List<Vital> vitals) {
        text.append("# HELP ").append(name).append(' ').append(vitals.getFirst().help());
        text.append("\n# TYPE ").append(name).append(" gauge\n");
        for (Vital vital : vitals)
            text.append(name)
                    .append(labels(vital.labels()))
                    .append(' ')
                    .append(vital.value())
                    .append('\n');
    }

    private static String labels(List<String> pairs) {
        if (pairs.isEmpty()) return "";
        StringBuilder labels = new StringBuilder("{");
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            labels.append(i == 0 ? "" : ",");
            labels.append(pairs.get(i)).append("=\"").append(pairs.get(i + 1)).append('"');
        }
        return labels.append('}').toString();
    }
}
