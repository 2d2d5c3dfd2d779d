package app.rapport.cli;

import app.rapport.conversations.ArchiveReplay;
import app.rapport.conversations.answers.TodayReplay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The figures of a replay, for people and for programs. */
final class ReplayWords {
    private ReplayWords() {}

    static String words(ArchiveReplay.Result result) {
        var answers = result.answers();
        return String.format(
                Locale.ROOT,
                """
                Waits for my answer: %d mails judged, %.1f %% were answered within 7 days
                  Rapport            AUC %.3f (%.3f to %.3f), average precision %.3f
                  fewest recipients  AUC %.3f (%.3f to %.3f), average precision %.3f
                  sender's share     AUC %.3f (%.3f to %.3f), average precision %.3f
                Rhythm, log-loss (lower is better)
                  %s
                  %s
                To whom the owner wrote within 24 and 72 hours of a working morning
                %s
                The same, only people outside the company
                %s\
                """,
                answers.judged(),
                answers.baseRate() * 100,
                answers.strength().area(),
                answers.strength().low(),
                answers.strength().high(),
                answers.strength().averagePrecision(),
                answers.fewestRecipients().area(),
                answers.fewestRecipients().low(),
                answers.fewestRecipients().high(),
                answers.fewestRecipients().averagePrecision(),
                answers.senderShare().area(),
                answers.senderShare().low(),
                answers.senderShare().high(),
                answers.senderShare().averagePrecision(),
                words(result.sevenDays()),
                words(result.thirtyDays()),
                words(result.today()),
                words(result.outside()));
    }

    private static String words(TodayReplay.Result result) {
        return result.shares().stream()
                .map(share ->
                        String.format(
                                Locale.ROOT,
                                "  %-18s %4.1f %% and %4.1f %% of %d people on %d mornings",
                                share.list(),
                                share.within24() * 100,
                                share.within72() * 100,
                                share.shown(),
                                result.mornings()))
                .collect(Collectors.joining("\n"));
    }

    private static String words(app.rapport.conversations.answers.RhythmReplay.Score score) {
        StringBuilder words =
                new StringBuilder(
                        String.format(
                                Locale.ROOT,
                                "within %d days: Rapport %.4f, constant rate %.4f, twice the gap %.4f (%d forecasts)",
                                score.days(),
                                score.rhythm(),
                                score.constantRate(),
                                score.twiceTheGap(),
                                score.forecasts()));
        for (double[] bin : score.calibration())
            words.append(
                    String.format(
                            Locale.ROOT,
                            "%n    said %2.0f %%, happened %2.0f %% of %.0f",
                            bin[0] * 100,
                            bin[1] * 100,
                            bin[2]));
        return words.toString();
    }

    static Map<String, Object> json(ArchiveReplay.Result result) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("judged", result.answers().judged());
        json.put("baseRate", measured(result.answers().judged(), result.answers().baseRate()));
        json.put("strength", figures(result.answers().strength()));
        json.put("fewestRecipients", figures(result.answers().fewestRecipients()));
        json.put("senderShare", figures(result.answers().senderShare()));
        json.put("rhythm", List.of(score(result.sevenDays()), score(result.thirtyDays())));
        json.put("today", shares(result.today()));
        json.put("outside", shares(result.outside()));
        @SuppressWarnings("NullAway")
        Map<String, Object> whole = (Map<String, Object>) (Map<?, ?>) json;
        return whole;
    }

    private static Map<String, Object> shares(TodayReplay.Result result) {
        List<Map<String, @Nullable Object>> lists = new ArrayList<>();
        for (TodayReplay.Share share : result.shares()) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("list", share.list());
            json.put("shown", share.shown());
            json.put("within24", measured(share.shown(), share.within24()));
            json.put("within72", measured(share.shown(), share.within72()));
            lists.add(json);
        }
        return Map.of("mornings", result.mornings(), "lists", lists);
    }

    private static Map<String, @Nullable Object> figures(
            app.rapport.conversations.answers.Replay.Figures figures) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("auc", number(figures.area()));
        json.put("low", number(figures.low()));
        json.put("high", number(figures.high()));
        json.put("averagePrecision", number(figures.averagePrecision()));
        return json;
    }

    private static Map<String, @Nullable Object> score(
            app.rapport.conversations.answers.RhythmReplay.Score score) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("days", score.days());
        json.put("forecasts", score.forecasts());
        json.put("logLoss", measured(score.forecasts(), score.rhythm()));
        json.put("constantRate", measured(score.forecasts(), score.constantRate()));
        json.put("twiceTheGap", measured(score.forecasts(), score.twiceTheGap()));
        json.put("calibration", score.calibration());
        return json;
    }

    private static @Nullable Double measured(long times, double value) {
        return times == 0 ? null : number(value);
    }

    /** What was not measured is unknown, not a number. */
    private static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
