package app.rapport.cli;

import app.rapport.access.Access;
import app.rapport.access.Scope;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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

        @Option(
                names = "--scope",
                defaultValue = "write",
                paramLabel = "read|write",
                description = "A token that reads changes nothing; default: ${DEFAULT-VALUE}")
        private String scope = "write";

        @Spec private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            Scope reach = WrongUse.unless(spec, "--scope", () -> Scope.of(scope));
            Stdout.result()
                    .println(
                            Application.<String>with(
                                    data,
                                    context ->
                                            context.getBean(Access.class)
                                                    .createToken(
                                                            Application.member(
                                                                            context,
                                                                            Optional.of(email))
                                                                    .viewer(),
                                                            name,
                                                            reach)));
            return 0;
        }
    }
}
