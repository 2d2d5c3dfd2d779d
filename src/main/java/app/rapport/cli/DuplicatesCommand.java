package app.rapport.cli;

import app.rapport.linkage.Link;
import app.rapport.linkage.Linkage;
import app.rapport.linkage.Population;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
            "The first column is the row's id; several files are one population."
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
        List<CsvTable> tables = new ArrayList<>();
        for (Path file : files) tables.add(CsvTable.opened(file));
        List<String> ids = new ArrayList<>();
        Population population = population(tables, ids);
        PrintStream out = Stdout.result();
        for (Link link : Linkage.of(population).links()) {
            out.print("{\"a\":" + JSON.writeValueAsString(ids.get(link.a())));
            out.print(",\"b\":" + JSON.writeValueAsString(ids.get(link.b())));
            out.println(",\"probability\":" + JsonLine.rounded(link.probability(), 1e6) + "}");
        }
        out.flush();
        return 0;
    }

    private Population population(List<CsvTable> tables, List<String> ids) throws IOException {
        List<String> names = chosen(tables);
        Population.Builder population = Population.of(names);
        for (CsvTable table : tables) {
            int[] places = places(table, names, tables.getFirst());
            table.eachRow(row -> {
                ids.add(row.getFirst());
                population.row(
                        Arrays.stream(places)
                                .mapToObj(at -> at < row.size() ? row.get(at) : "")
                                .toList());
            });
            population.nextFile();
        }
        return population.build();
    }

    private List<String> chosen(List<CsvTable> tables) {
        List<String> all = new ArrayList<>(tables.getFirst().columns());
        for (CsvTable table : tables)
            for (int i = all.size(); i < table.columns().size(); i++)
                all.add(table.columns().get(i));
        if (columns.isEmpty()) return all.subList(Math.min(1, all.size()), all.size());
        return columns.stream().map(wanted -> named(wanted.strip(), all)).toList();
    }

    private static String named(String wanted, List<String> all) {
        for (String name : all) if (name.equalsIgnoreCase(wanted)) return name;
        if (wanted.matches("[1-9]\\d{0,3}") && Integer.parseInt(wanted) <= all.size())
            return all.get(Integer.parseInt(wanted) - 1);
        throw new Failure("there is no column " + wanted + "; there are " + String.join(", ", all));
    }

    /** By name where the file has all of the names, by the first file's order where not. */
    private static int[] places(CsvTable table, List<String> names, CsvTable first) {
        boolean named = table.columns().containsAll(names);
        List<String> columns = named ? table.columns() : first.columns();
        return names.stream()
                .mapToInt(columns::indexOf)
                .map(at -> at < 0 ? Integer.MAX_VALUE : at)
                .toArray();
    }
}
