package app.rapport.cli;

import app.rapport.access.Refused;
import app.rapport.database.DatabaseUnavailable;
import app.rapport.database.backup.BackupUnusable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * {@code bin/rapport}. Standard output carries a command's result and nothing else; logs and
 * progress go to standard error. Exit code 0: ran to the end; 1: failed; 2: wrong use.
 */
@Command(
        name = "rapport",
        description = "Whom to talk to today, why, and what was said before.",
        mixinStandardHelpOptions = true,
        version = "Rapport 0.1.0",
        subcommands = {
            ServeCommand.class,
            SetupCommand.class,
            TokenCommand.class,
            MemberCommand.class,
            MailboxCommand.class,
            DoctorCommand.class,
            ExportCommand.class,
            AnalyseCommand.class,
            ImportCommand.class,
            ReplayCommand.class,
            TodayCommand.class,
            EraseCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Stdout.keep(utf8(FileDescriptor.out, false));
        System.setErr(utf8(FileDescriptor.err, true));
        int code = run(args);
        Stdout.result().flush();
        System.exit(code);
    }

    /** Runs one command and says how it ended. */
    public static int run(String... args) {
        CommandLine line = new CommandLine(new Main());
        line.setOut(new PrintWriter(Stdout.result(), true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((e, command, _) -> failed(e, command));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line.execute(args);
    }

    private static int failed(Exception e, CommandLine command) {
        if (Application.interrupted()) return 1;
        Optional<String> sentence = sentence(e);
        System.err.println(
                "rapport: " + sentence.orElse(command.getCommandName() + " failed: " + e));
        if (sentence.isEmpty()) e.printStackTrace(System.err);
        return 1;
    }

    /** What a person at the terminal is told; Spring may have wrapped it several times. */
    static Optional<String> sentence(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return Optional.of(refused.field() + ": " + refused.getMessage());
            }
            if (cause instanceof DatabaseUnavailable
                    || cause instanceof BackupUnusable
                    || cause instanceof Failure) {
                return Optional.ofNullable(cause.getMessage());
            }
            if (cause instanceof NoSuchFileException none)
                return Optional.of("there is no file " + none.getFile());
            if (cause instanceof AccessDeniedException closed)
                return Optional.of(closed.getFile() + " may not be read or written");
        }
        return Optional.empty();
    }

    /** Results are written in large pieces, progress line by line. */
    private static PrintStream utf8(FileDescriptor descriptor, boolean byLine) {
        return new PrintStream(
                new java.io.BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16),
                byLine,
                StandardCharsets.UTF_8);
    }
}
