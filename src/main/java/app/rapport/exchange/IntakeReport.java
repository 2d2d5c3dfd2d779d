package app.rapport.exchange;

import app.rapport.access.House;
import app.rapport.exchange.store.IntakeHealth;
import app.rapport.exchange.store.IntakeHealth.Went;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.ReportSource;
import app.rapport.kernel.ReportTable;
import app.rapport.kernel.ReportTable.Cell;
import app.rapport.kernel.ReportTable.Column;
import app.rapport.kernel.ReportTable.Count;
import app.rapport.kernel.ReportTable.Moment;
import app.rapport.kernel.ReportTable.Nothing;
import app.rapport.kernel.ReportTable.Words;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whether what was brought in came in whole. */
@Component
class IntakeReport implements ReportSource {
    private static final int SHOWN = 100;
    private final IntakeHealth health;
    private final House house;

    IntakeReport(IntakeHealth health, House house) {
        this.health = health;
        this.house = house;
    }

    @Override
    public String key() {
        return "imports";
    }

    @Override
    public String title() {
        return "Imports";
    }

    @Override
    public String question() {
        return "Did everything that was brought in come in whole?";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public ReportTable answer(Viewer viewer, Instant now) {
        List<Went> imports = health.newest(viewer, SHOWN);
        Map<MemberId, String> names = house.members(viewer);
        long open = imports.stream().filter(one -> !one.state().equals("done")).count();
        return new ReportTable(
                "%,d of %,d items that were read are here or were known; %,d were set aside. %s"
                        .formatted(
                                sum(imports, one -> one.stored() + one.known()),
                                sum(imports, Went::read),
                                sum(imports, Went::aside),
                                open == 0
                                        ? "Every import ran to its end."
                                        : open + " did not run to their end, or were taken back."),
                List.of(
                        Column.plain("Begun"),
                        Column.plain("By"),
                        Column.plain("State"),
                        Column.plain("Read"),
                        Column.plain("New"),
                        Column.plain("Known already"),
                        Column.plain("Set aside")),
                imports.stream().map(one -> row(viewer, one, names)).toList(),
                "Nothing was imported yet.");
    }

    private interface Number {
        long of(Went went);
    }

    private static long sum(List<Went> imports, Number number) {
        return imports.stream().mapToLong(number::of).sum();
    }

    /** Only who imported it may open it. */
    private static List<Cell> row(Viewer viewer, Went went, Map<MemberId, String> names) {
        boolean own = went.member().equals(viewer.member());
        String name = names.getOrDefault(went.member(), "");
        return List.of(
                new Moment(went.began()),
                name.isEmpty() ? new Nothing("somebody who left") : Words.of(name),
                own ? Words.linked(went.state(), "/imports/" + went.id()) : Words.of(went.state()),
                new Count(went.read()),
                new Count(went.stored()),
                new Count(went.known()),
                new Count(went.aside()));
    }
}
