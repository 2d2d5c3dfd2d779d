package app.rapport.cli;

import app.rapport.access.Access;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Tokens for the API.",
        subcommands = TokenCommand.Create.class)
final class TokenCommand {
    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = "Print a new token; it is shown this once.")
    static final class Create implements Callable<Integer> {
        @Mixin private DataOption data = new DataOption();

        @Option(names = "--email", required = true, paramLabel = "E")
        private String email = "";

        @Option(names = "--name", required = true, paramLabel = "N")
        private String name = "";

        @Override
        public Integer call() {
            System.out.println(
                    Application.<String>with(
                            data,
                            context ->
                                    context.getBean(Access.class)
                                            .createToken(
                                                    Application.member(context, Optional.of(email))
                                                            .viewer(),
                                                    name)));
            return 0;
        }
    }
}
