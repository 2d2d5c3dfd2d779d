package app.rapport.calls.web;

import app.rapport.calls.Sheets.Sheet;
import app.rapport.calls.model.AskedAlready;
import app.rapport.calls.model.Deadlines;
import app.rapport.calls.model.Found;
import app.rapport.calls.model.Kept;
import app.rapport.calls.model.Mark;
import app.rapport.calls.model.Named;
import app.rapport.calls.model.NoteLine;
import app.rapport.calls.model.TalkPlan;
import app.rapport.kernel.MemberId;
import app.rapport.ui.Page;
import app.rapport.ui.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What was found in the notes, beside them; as an answer to a page that saved them, it also says
 * how they stand now.
 *
 * @param sent what that page sent
 */
public record FoundPage(TalkPlan plan, Sheet sheet, MemberId member, String sent, Instant at)
        implements Page {
    private static final int KEYS = 9;

    public String path() {
        return "/calls/" + plan.id() + "/found";
    }

    /** Those that a key accepts. */
    public List<Found> offered() {
        return sheet.offered().stream().limit(KEYS).toList();
    }

    public List<Named> people() {
        return sheet.people().stream().limit(Math.max(0, KEYS - offered().size())).toList();
    }

    public int acceptable() {
        return offered().size()
                + (int) people().stream().filter(n -> n.person().isPresent()).count();
    }

    public boolean isMerged() {
        return !sheet.notes().text().equals(sent);
    }

    /** Nothing is promised of the next step that nobody wrote. */
    public String next() {
        return step().map(Step::words).orElse("");
    }

    public String when() {
        return step().map(Step::when).orElse("");
    }

    private record Step(String words, String when) {}

    private Optional<Step> step() {
        return Stream.concat(
                        sheet.accepted().stream()
                                .filter(one -> leads(one.kind()) && one.due().isPresent())
                                .map(one ->
                                        new Step(
                                                one.words(),
                                                Deadlines.words(one.due().orElseThrow()))),
                        sheet.offered().stream()
                                .filter(one -> one.kind() == Found.Kind.OUR_PROMISE)
                                .filter(one -> one.due().isPresent())
                                .map(one ->
                                        new Step(
                                                one.words(),
                                                Deadlines.words(one.due().orElseThrow()))))
                .findFirst();
    }

    private static boolean leads(Found.Kind kind) {
        return kind == Found.Kind.OUR_PROMISE || kind == Found.Kind.DATE;
    }

    /** What the marks say of how it felt; empty where they say both or nothing. */
    public String mood() {
        Set<Mark> felt =
                NoteLine.in(sheet.notes().text()).stream()
                        .flatMap(line -> line.mark().stream())
                        .filter(mark -> mark == Mark.FELT_GOOD || mark == Mark.FELT_BAD)
                        .collect(Collectors.toSet());
        if (felt.size() != 1) return "";
        return felt.contains(Mark.FELT_GOOD) ? "satisfied" : "unhappy";
    }

    public static String due(Found found, Times times) {
        return found.due().map(due -> day(due.day(), due.time(), times)).orElse("");
    }

    public static String due(Kept kept, Times times) {
        return kept.due().map(due -> day(due.day(), due.time(), times)).orElse("");
    }

    private static String day(LocalDate day, Optional<LocalTime> time, Times times) {
        return times.longDay(day) + time.map(at -> ", " + at).orElse("");
    }

    /** Which questions of the plan were asked, by their place. */
    public String asked() {
        List<String> questions = plan.words().questionLines();
        return IntStream.range(0, questions.size())
                .filter(i -> AskedAlready.in(sheet.notes().text(), questions.get(i)))
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(","));
    }
}
