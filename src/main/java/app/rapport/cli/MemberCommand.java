package app.rapport.cli;

import app.rapport.access.Access;
import app.rapport.access.Member;
import app.rapport.access.Members;
import app.rapport.access.Members.Listed;
import app.rapport.access.Role;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "member",
        mixinStandardHelpOptions = true,
        description = "Who works in a workspace.",
        subcommands = {
            MemberCommand.Add.class,
            MemberCommand.Remove.class,
            MemberCommand.Change.class
        })
final class MemberCommand {

    /** Which workspace, and whose word it is: that of its owner. */
    abstract static class InWorkspace implements Callable<Integer> {
        @Mixin private DataOption data = new DataOption();

        @Option(
                names = "--workspace",
                paramLabel = "NAME",
                description = "Where there are several.")
        private @Nullable String workspace;

        @Option(
                names = "--email",
                required = true,
                paramLabel = "E",
                description = "The address that the member logs in by.")
        String email = "";

        @Spec CommandSpec spec = CommandSpec.create();

        int with(BiFunction<Members, Member, String> work) {
            System.err.println(
                    Application.<String>with(
                            data,
                            context ->
                                    work.apply(
                                            context.getBean(Members.class),
                                            owner(context.getBean(Access.class)))));
            return 0;
        }

        private Member owner(Access access) {
            return access.ownerOf(Optional.ofNullable(workspace))
                    .orElseThrow(() ->
                            new Failure(
                                    workspace == null
                                            ? "say in which workspace with --workspace"
                                            : "no workspace, or several, are called " + workspace));
        }

        static Listed listed(Members members, Member by, String email) {
            return members.list(by.workspace()).stream()
                    .filter(member -> member.email().equalsIgnoreCase(email.strip()))
                    .findFirst()
                    .orElseThrow(() -> new Failure("nobody here logs in as " + email));
        }
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Make somebody a member.")
    static final class Add extends InWorkspace {
        @Option(names = "--name", required = true, paramLabel = "N")
        private String name = "";

        @Option(
                names = "--role",
                defaultValue = "seller",
                paramLabel = "ROLE",
                description =
                        "owner, admin, seller, service, leader or read-only; default: ${DEFAULT-VALUE}")
        private String role = "seller";

        @Option(
                names = "--password-stdin",
                description =
                        "Read the password from standard input, one line; not needed for who logs in by this address already.")
        private boolean passwordFromInput;

        @Override
        public Integer call() throws IOException {
            Role given = WrongUse.unless(spec, "--role", () -> Role.of(role));
            Optional<String> password =
                    passwordFromInput ? Optional.of(FirstLine.read()) : Optional.empty();
            return with((members, by) -> {
                Member added =
                        members.add(by.workspace(), email, name, given, password, Optional.empty());
                return added.name() + " is a member of " + added.workspaceName() + ".";
            });
        }
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "Take a member out; somebody takes over what they looked after.")
    static final class Remove extends InWorkspace {
        @Option(
                names = "--to",
                required = true,
                paramLabel = "E",
                description = "Who takes over, by address.")
        private String heir = "";

        @Override
        public Integer call() {
            return with((members, by) -> {
                Listed leaving = listed(members, by, email);
                Listed to = listed(members, by, heir);
                members.remove(by, leaving.id(), to.id());
                return leaving.name() + " has left. " + to.name() + " takes over.";
            });
        }
    }

    @Command(
            name = "role",
            mixinStandardHelpOptions = true,
            description = "Change what a member may.")
    static final class Change extends InWorkspace {
        @Option(
                names = "--role",
                required = true,
                paramLabel = "ROLE",
                description = "owner, admin, seller, service, leader or read-only")
        private String role = "";

        @Override
        public Integer call() {
            Role given = WrongUse.unless(spec, "--role", () -> Role.of(role));
            return with((members, by) -> {
                Listed member = listed(members, by, email);
                members.changeRole(by, member.id(), given);
                return member.name() + ": " + given.title() + ".";
            });
        }
    }
}
