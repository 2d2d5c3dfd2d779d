package app.rapport.people.store;

import app.rapport.people.PointDraft;
import app.rapport.people.PointDraft.Kind;
import app.rapport.people.model.FieldText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Points as columns for one INSERT. */
final class PointColumns {
    private final List<Integer> positions = new ArrayList<>();
    private final List<String> kinds = new ArrayList<>();
    private final List<PointDraft> points = new ArrayList<>();

    void add(String kind, String text) {
        int position = 0;
        for (PointDraft point :
                FieldText.points(Kind.valueOf(kind.toUpperCase(Locale.ROOT)), text)) {
            positions.add(position++);
            kinds.add(kind);
            points.add(point);
        }
    }

    Map<String, Object> params() {
        return Map.of(
                "positions", positions.toArray(Integer[]::new),
                "kinds", kinds.toArray(String[]::new),
                "labels", points.stream().map(PointDraft::label).toArray(String[]::new),
                "values", points.stream().map(PointDraft::value).toArray(String[]::new),
                "keys", points.stream().map(PointDraft::key).toArray(String[]::new));
    }
}
