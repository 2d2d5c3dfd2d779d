package app.rapport.cli;

import app.rapport.access.Refused;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What an option cannot hold is wrong use, and said before anything starts. */
final class WrongUse {
    private WrongUse() {}

    static <T> T unless(CommandSpec command, String option, Supplier<T> read) {
        try {
            return read.get();
        } catch (Refused e) {
            throw new ParameterException(command.commandLine(), option + ": " + e.getMessage(), e);
        }
    }
}
