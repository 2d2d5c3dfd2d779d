package app.rapport.cli;

import app.rapport.bargaining.Frontier;
import app.rapport.bargaining.Negotiation;
import app.rapport.bargaining.files.GeniusXml;
import app.rapport.bargaining.files.NegotiationJson;
import app.rapport.bargaining.files.Unreadable;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "negotiation",
        mixinStandardHelpOptions = true,
        description = {
            "The Pareto frontier of a negotiation of two parties, and the points of Nash, Kalai and"
                    + " Smorodinsky, the largest sum and the largest smaller utility.",
            "From GENIUS XML (--domain, --ours, --theirs), from our own JSON (--file), or many from"
                    + " a CSV file with the columns domain, ours, theirs (--batch)."
        })
final class NegotiationCommand implements Callable<Integer> {
    @Option(names = "--domain", paramLabel = "D.xml", description = "The issues and options.")
    private @Nullable Path domain;

    @Option(names = "--ours", paramLabel = "A.xml", description = "Our profile.")
    private @Nullable Path ours;

    @Option(names = "--theirs", paramLabel = "B.xml", description = "The other side's profile.")
    private List<Path> theirs = List.of();

    @Option(names = "--file", paramLabel = "OUR.json", description = "A negotiation in JSON.")
    private @Nullable Path file;

    @Option(
            names = "--batch",
            paramLabel = "FILE.csv",
            description = "One line of JSON for each row, in order; paths may be relative to it.")
    private @Nullable Path batch;

    @SuppressWarnings("unused")
    @Mixin
    private final JsonAlways json = new JsonAlways();

    private final PrintStream out = Stdout.result();

    @Override
    public Integer call() throws IOException {
        if (theirs.size() > 1)
            throw new Failure("a negotiation has two parties here: give --theirs once");
        if (batch != null) {
            each(batch);
        } else if (file != null) {
            Path one = file;
            alone(() -> analyse(1, NegotiationJson.read(one)));
        } else if (domain != null && ours != null && theirs.size() == 1) {
            alone(scenario(1, domain, ours, theirs.getFirst()));
        } else {
            throw new Failure("give --domain, --ours and --theirs, or --file, or --batch");
        }
        out.flush();
        return 0;
    }

    private void each(Path batch) throws IOException {
        if (Files.isDirectory(batch)) throw new Failure(batch + " is a folder, not a CSV file");
        // what is no UTF-8 is read as U+FFFD: then its row says which file there is not
        try (InputStream in = Files.newInputStream(batch);
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder()
                                .detectBomHeader(true)
                                .ofNamedCsvRecord(in, StandardCharsets.UTF_8)) {
            int row = 0;
            for (NamedCsvRecord record : rows) {
                row++;
                int number = row;
                inTurn(row, () -> row(batch, number, record));
            }
        } catch (NoSuchFileException e) {
            throw new Failure("there is no file " + batch);
        } catch (CsvParseException | IllegalStateException e) {
            throw new Failure(batch + ": " + e.getMessage());
        }
    }

    private void row(Path batch, int number, NamedCsvRecord record) {
        scenario(
                        number,
                        cell(batch, record, "domain"),
                        cell(batch, record, "ours"),
                        cell(batch, record, "theirs"))
                .run();
    }

    private static Path cell(Path batch, NamedCsvRecord record, String column) {
        String text = record.findField(column).orElse("").strip();
        if (text.isEmpty()) throw new Failure("the row has no \"" + column + "\"");
        if (text.contains(";"))
            throw new Failure("a negotiation has two parties here: one file in \"" + column + "\"");
        return batch.toAbsolutePath().resolveSibling(text);
    }

    private Runnable scenario(int row, Path domain, Path ours, Path theirs) {
        return () -> analyse(row, GeniusXml.read(domain, ours, theirs), true);
    }

    private void analyse(int row, NegotiationJson read) {
        analyse(row, read.likely(), read.sure());
    }

    private void analyse(int row, Negotiation negotiation, boolean sure) {
        long start = System.nanoTime();
        NegotiationLine line = new NegotiationLine(row, Frontier.of(negotiation), sure);
        line.print(out, (System.nanoTime() - start) / 1e6);
    }

    /** A row that cannot be read does not keep the others from being read. */
    private void inTurn(int row, Runnable analysis) {
        try {
            analysis.run();
        } catch (Unreadable | Failure e) {
            out.println(NegotiationLine.failed(row, String.valueOf(e.getMessage())));
        } catch (InvalidPathException e) {
            out.println(
                    NegotiationLine.failed(row, "\"" + e.getInput() + "\" is no path of a file"));
        }
    }

    private void alone(Runnable analysis) {
        try {
            analysis.run();
        } catch (Unreadable e) {
            out.println(NegotiationLine.failed(1, String.valueOf(e.getMessage())));
            out.flush();
            throw new Failure(String.valueOf(e.getMessage()));
        }
    }
}
