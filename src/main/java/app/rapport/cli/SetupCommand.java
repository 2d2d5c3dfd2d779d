package app.rapport.cli;

import app.rapport.access.Access;
import java.io.IOException;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "setup",
        mixinStandardHelpOptions = true,
        description = "Make a workspace and its owner without a browser.")
final class SetupCommand implements Callable<Integer> {
    @Mixin private DataOption data = new DataOption();

    @Option(names = "--workspace", required = true, paramLabel = "NAME")
    private String workspace = "";

    @Option(names = "--email", required = true, paramLabel = "E")
    private String email = "";

    @Option(names = "--name", required = true, paramLabel = "N")
    private String name = "";

    @Option(
            names = "--password-stdin",
            required = true,
            description = "Read the password from standard input, one line.")
    private boolean passwordFromInput;

    @Override
    public Integer call() throws IOException {
        String password = passwordFromInput ? FirstLine.read() : "";
        Application.with(
                data,
                context ->
                        context.getBean(Access.class)
                                .setUp(workspace, email, name, password, ZoneId.systemDefault()));
        System.err.println("Workspace " + workspace + " is ready; " + email + " may log in.");
        return 0;
    }
}
