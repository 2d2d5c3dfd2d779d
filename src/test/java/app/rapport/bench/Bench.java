package app.rapport.bench;

import app.rapport.bench.made.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code bin/bench [--size 100k|1m] [--json] [NAME…]}: measures the built program from outside, as
 * a user starts it, and takes each control in the same run on the same machine. Names: start,
 * duplicates, ledgers, csv-import, mail-import, and those of {@link WorldMeasures}; without any,
 * all but start, duplicates and ledgers.
 */
public final class Bench {
    private Bench() {}

    public static void main(String[] args) throws Exception {
        List<String> asked = new ArrayList<>(List.of(args));
        boolean json = asked.remove("--json");
        Scale scale = scale(asked);
        List<Figure> figures = new ArrayList<>();
        for (Measure measure : measures(asked, scale)) {
            System.err.println(
                    "load "
                            + load()
                            + " on "
                            + Runtime.getRuntime().availableProcessors()
                            + " cores");
            for (Figure figure : measure.figures()) {
                figures.add(figure);
                System.err.println(figure.words());
            }
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("size", scale.word());
        result.put("figures", figures);
        if (json) System.out.println(JsonMapper.shared().writeValueAsString(result));
    }

    private static Scale scale(List<String> asked) {
        int at = asked.indexOf("--size");
        if (at < 0) return Scale.HUNDRED_THOUSAND;
        asked.remove(at);
        return Scale.of(asked.remove(at));
    }

    private static List<Measure> measures(List<String> asked, Scale scale) throws IOException {
        List<Measure> measures = new ArrayList<>();
        List<String> inWorld = asked.isEmpty() ? WorldMeasures.NAMES : asked;
        if (asked.contains("start")) measures.add(new StartMeasure());
        if (asked.contains("duplicates")) measures.add(new DuplicatesMeasure());
        if (asked.contains("ledgers")) measures.add(new LedgersMeasure());
        if (inWorld.stream().anyMatch(WorldMeasures.NAMES::contains))
            measures.add(new WorldMeasures(scale, inWorld));
        if (asked.isEmpty() || asked.contains("csv-import")) measures.add(new CsvImportMeasure());
        if (asked.isEmpty() || asked.contains("mail-import")) measures.add(new MailImportMeasure());
        return measures;
    }

    static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    }
}
