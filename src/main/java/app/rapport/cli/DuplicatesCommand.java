package app.rapport.cli;

import app.rapport.linkage.Link;
import app.rapport.linkage.Linkage;
import app.rapport.linkage.Population;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "duplicates",
        mixinStandardHelpOptions = true,
        description = {
            "Rows of CSV files that may speak of the same thing: {\"a\",\"b\",\"probability\"} a line.",
            "The first column is the row's id; several files are one population, their columns",
            "found by their names where they share one, else by their order."
        })
final class DuplicatesCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Parameters(arity = "1..*", paramLabel = "FILE")
    private List<Path> files = List.of();

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "COLUMN",
            description =
                    "Look at these columns only: names of the header, or numbers, the id being 1.")
    private List<String> columns = List.of();

    @SuppressWarnings("unused")
    @Mixin
    private final JsonAlways json = new JsonAlways();

    @Override
    public Integer call() throws IOException {
        List<String> wanted = columns.stream().map(String::strip).toList();
        List<CsvTable> tables = new ArrayList<>();
        for (Path file : files) tables.add(CsvTable.opened(file, wanted));
        CommonColumns common = CommonColumns.of(tables);
        common.only(wanted);
        List<String> ids = new ArrayList<>();
        Population.Builder population = Population.of(common.names());
        for (int i = 0; i < tables.size(); i++) {
            int table = i;
            tables.get(i)
                    .eachRow(row -> {
                        ids.add(row.getFirst());
                        population.row(common.cells(table, row));
                    });
            population.nextFile();
        }
        warnOfSameIds(ids);
        PrintStream out = Stdout.result();
        for (Link link : Linkage.of(population.build()).links()) {
            out.print("{\"a\":" + JSON.writeValueAsString(ids.get(link.a())));
            out.print(",\"b\":" + JSON.writeValueAsString(ids.get(link.b())));
            out.println(",\"probability\":" + JsonLine.rounded(link.probability(), 1e6) + "}");
        }
        out.flush();
        return 0;
    }

    private static void warnOfSameIds(List<String> ids) {
        int again = ids.size() - new HashSet<>(ids).size();
        if (again > 0)
            System.err.println(
                    "rapport: " + again + " rows have an id that a row before them has too");
    }
}
