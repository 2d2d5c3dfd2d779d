package app.rapport.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code bin/bench [--json] [NAME…]}: measures the built program from outside, as a user starts it,
 * and takes each control in the same run on the same machine. Names: start, mail-import.
 */
public final class Bench {
    private Bench() {}

    public static void main(String[] args) throws Exception {
        List<String> asked = new ArrayList<>(List.of(args));
        boolean json = asked.remove("--json");
        Map<String, Measure> measures = new LinkedHashMap<>();
        measures.put("start", new StartMeasure());
        measures.put("mail-import", new MailImportMeasure());
        if (!asked.isEmpty()) measures.keySet().retainAll(asked);
        Map<String, Object> size = new LinkedHashMap<>();
        List<Figure> figures = new ArrayList<>();
        for (Measure measure : measures.values()) {
            size.putAll(measure.size());
            for (Figure figure : measure.figures()) {
                figures.add(figure);
                System.err.println(figure.words());
            }
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("size", size);
        result.put("figures", figures);
        if (json) System.out.println(JsonMapper.shared().writeValueAsString(result));
        else System.out.println("on " + size);
    }
}
