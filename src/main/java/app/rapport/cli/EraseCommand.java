package app.rapport.cli;

import app.rapport.access.Member;
import app.rapport.access.Refused;
import app.rapport.database.Compaction;
import app.rapport.database.CurrentWorkspace;
import app.rapport.database.backup.ScheduledBackups;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.people.Erasures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        description = "Erase a person for good, and give back the space.")
final class EraseCommand implements Callable<Integer> {
    @Mixin private DataOption data = new DataOption();

    @Option(
            names = "--contact",
            paramLabel = "ID|ADDRESS",
            required = true,
            description = "The person, by id or by mail address.")
    private String contact = "";

    @Option(
            names = "--email",
            paramLabel = "E",
            description = "Who erases; may be left out where there is one member.")
    private @Nullable String email;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /**
     * @param went how many of each, in words
     * @param backups earlier ones, which still hold the person
     */
    record Done(Map<String, Long> went, List<ScheduledBackups.Earlier> backups) {}

    @Override
    public Integer call() {
        Done done =
                Application.with(
                        data,
                        context -> {
                            Member member = Application.member(context, Optional.ofNullable(email));
                            if (!member.role().may(Right.ERASE))
                                throw new Failure(member.email() + " may not erase anybody");
                            Erasures.Preview went =
                                    CurrentWorkspace.call(
                                            member.workspace(),
                                            () -> erase(context, member.viewer()));
                            context.getBean(Compaction.class).run();
                            return new Done(
                                    went.goes(), context.getBean(ScheduledBackups.class).earlier());
                        });
        Stdout.result().println(json ? JsonMapper.shared().writeValueAsString(done) : words(done));
        return 0;
    }

    private Erasures.Preview erase(ApplicationContext context, Viewer viewer) {
        Erasures erasures = context.getBean(Erasures.class);
        PersonId person =
                person(erasures, viewer)
                        .orElseThrow(() -> new Failure("there is nobody of " + contact));
        try {
            Erasures.Preview preview = erasures.preview(viewer, person);
            if (preview.goes().isEmpty()) throw new Failure("there is nobody of " + contact);
            erasures.erase(viewer, person);
            return preview;
        } catch (Refused e) {
            throw new Failure(e.getMessage());
        }
    }

    private Optional<PersonId> person(Erasures erasures, Viewer viewer) {
        if (contact.contains("@")) return erasures.byAddress(viewer, contact);
        try {
            return Optional.of(new PersonId(UUID.fromString(contact)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String words(Done done) {
        StringBuilder text = new StringBuilder("Erased.");
        done.went().forEach((what, n) -> text.append("\n  ").append(what).append(": ").append(n));
        done.backups()
                .forEach(backup ->
                        text.append("\nStill in the backup ")
                                .append(backup.name())
                                .append(", which goes by ")
                                .append(backup.until()));
        return text.toString();
    }
}
