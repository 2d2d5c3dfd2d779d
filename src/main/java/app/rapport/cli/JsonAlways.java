package app.rapport.cli;

import picocli.CommandLine.Option;

/** {@code --json} of a command that prints JSON Lines with and without it. */
final class JsonAlways {
    @Option(
            names = "--json",
            description = "Taken for company's sake: the output is JSON Lines always.")
    @SuppressWarnings("unused")
    private boolean json;
}
