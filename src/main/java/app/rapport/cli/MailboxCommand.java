package app.rapport.cli;

import app.rapport.access.Member;
import app.rapport.database.CurrentWorkspace;
import app.rapport.exchange.model.Progress;
import app.rapport.kernel.Viewer;
import app.rapport.mailboxes.MailboxSync;
import app.rapport.mailboxes.Mailboxes;
import app.rapport.mailboxes.Mailboxes.View;
import app.rapport.mailboxes.model.FolderCount;
import app.rapport.mailboxes.model.MailTrouble;
import app.rapport.mailboxes.model.MailboxId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "mailbox",
        mixinStandardHelpOptions = true,
        description =
                "Mail that comes in by itself, read over IMAP; nothing on the server is changed.",
        subcommands = {
            MailboxAddCommand.class,
            MailboxCommand.Listing.class,
            MailboxCommand.Sync.class,
            MailboxCommand.Remove.class
        })
final class MailboxCommand {

    /** Whose mailboxes. */
    abstract static class OfMember implements Callable<Integer> {
        @Mixin private DataOption data = new DataOption();

        @Option(
                names = "--email",
                paramLabel = "MEMBER",
                description = "Whose it is; may be left out where there is one member.")
        private @Nullable String email;

        @Option(names = "--json", description = "Print one JSON object.")
        boolean json;

        <T> T with(BiFunction<ApplicationContext, Viewer, T> work) {
            return Application.with(
                    data,
                    context -> {
                        Member member = Application.member(context, Optional.ofNullable(email));
                        Viewer viewer = member.viewer();
                        return CurrentWorkspace.call(
                                viewer.workspace(), () -> told(context, viewer, work));
                    });
        }

        private static <T> T told(
                ApplicationContext context,
                Viewer viewer,
                BiFunction<ApplicationContext, Viewer, T> work) {
            try {
                return work.apply(context, viewer);
            } catch (MailTrouble e) {
                throw new Failure(e.sentence());
            }
        }

        static View one(Mailboxes mailboxes, Viewer viewer, String id) {
            try {
                return mailboxes
                        .one(viewer, new MailboxId(UUID.fromString(id)))
                        .orElseThrow(() -> new Failure("there is no mailbox " + id));
            } catch (IllegalArgumentException e) {
                throw new Failure("there is no mailbox " + id);
            }
        }
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Mailboxes, and how much of each folder is here.")
    static final class Listing extends OfMember {
        @Override
        public Integer call() {
            Stdout.result()
                    .println(
                            this.<String>with((context, viewer) -> {
                                List<View> views = context.getBean(Mailboxes.class).of(viewer);
                                return json ? MailboxJson.all(views) : words(views);
                            }));
            return 0;
        }

        private static String words(List<View> views) {
            if (views.isEmpty()) return "No mailbox is connected.";
            StringBuilder words = new StringBuilder();
            views.forEach(view -> words.append(MailboxCommand.words(view)).append('\n'));
            return words.toString().strip();
        }
    }

    static String words(View view) {
        StringBuilder words = new StringBuilder();
        words.append(view.mailbox().id())
                .append("  ")
                .append(view.mailbox().name())
                .append(", ")
                .append(view.mailbox().state().word());
        view.mailbox().trouble().ifPresent(trouble -> words.append(": ").append(trouble));
        for (FolderCount folder : view.folders()) {
            if (!folder.chosen()) continue;
            words.append(
                    String.format(
                            "%n  %s: %,d on the server, %,d here, %,d set aside, %,d to come",
                            folder.name(),
                            folder.onServer(),
                            folder.here(),
                            folder.setAside(),
                            folder.toCome()));
        }
        return words.toString();
    }

    @Command(
            name = "sync",
            mixinStandardHelpOptions = true,
            description =
                    "Read mailboxes now: every message is compared, what is missing is brought in.")
    static final class Sync extends OfMember {
        @Parameters(arity = "0..1", paramLabel = "ID", description = "All, where it is left out.")
        private @Nullable String id;

        @Override
        public Integer call() {
            Stdout.result().println(this.<String>with(this::sync));
            return 0;
        }

        private String sync(ApplicationContext context, Viewer viewer) {
            Mailboxes mailboxes = context.getBean(Mailboxes.class);
            MailboxSync sync = context.getBean(MailboxSync.class);
            List<View> before =
                    id == null ? mailboxes.of(viewer) : List.of(one(mailboxes, viewer, id));
            if (before.isEmpty()) throw new Failure("no mailbox is connected");
            for (View view : before) {
                sync.sync(viewer, view.mailbox(), Sync::show);
                System.err.println();
            }
            List<View> after =
                    before.stream()
                            .map(view -> one(mailboxes, viewer, view.mailbox().id().toString()))
                            .toList();
            return json ? MailboxJson.synced(before, after) : words(after);
        }

        private static String words(List<View> after) {
            StringBuilder words = new StringBuilder();
            after.forEach(view -> words.append(MailboxCommand.words(view)).append('\n'));
            return words.toString().strip();
        }

        private static void show(Progress progress) {
            System.err.printf(
                    "\r%,d read = %,d stored + %,d already known + %,d set aside",
                    progress.read(),
                    progress.stored(),
                    progress.alreadyKnown(),
                    progress.setAside());
        }
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "End a mailbox; what was read stays, unless --undo is said.")
    static final class Remove extends OfMember {
        @Parameters(arity = "1", paramLabel = "ID")
        private String id = "";

        @Option(names = "--undo", description = "What only this mailbox brought goes with it.")
        private boolean undo;

        @Override
        public Integer call() {
            String said =
                    this.<String>with((context, viewer) -> {
                        Mailboxes mailboxes = context.getBean(Mailboxes.class);
                        View view = one(mailboxes, viewer, id);
                        if (undo) mailboxes.removeAll(viewer, view.mailbox());
                        else mailboxes.remove(viewer, view.mailbox());
                        return view.mailbox().name()
                                + (undo
                                        ? " is removed, and what only it brought with it."
                                        : " is removed. What was read stays.");
                    });
            System.err.println(said);
            if (json) Stdout.result().println(MailboxJson.id(new MailboxId(UUID.fromString(id))));
            return 0;
        }
    }
}
