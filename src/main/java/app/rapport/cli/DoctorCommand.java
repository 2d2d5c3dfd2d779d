package app.rapport.cli;

import app.rapport.access.Access;
import app.rapport.access.Member;
import app.rapport.database.CurrentWorkspace;
import app.rapport.database.DatabaseHealth;
import app.rapport.database.DatabaseHealth.Finding;
import app.rapport.database.MachineHealth;
import app.rapport.kernel.Derived;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Say what is wrong with this data folder, and what to do.")
final class DoctorCommand implements Callable<Integer> {
    @Mixin private DataOption data = new DataOption();

    @Option(names = "--json", description = "Print the findings as one JSON object.")
    private boolean json;

    @Option(
            names = "--rebuild",
            description =
                    "Conclude again from the facts what is kept only to be fast, mend what differs, and say how much did.")
    private boolean rebuild;

    @Override
    public Integer call() {
        List<Finding> findings = new ArrayList<>(MachineHealth.of(data.folder()));
        findings.addAll(ofDatabase());
        if (json) {
            Stdout.result()
                    .println(
                            JsonMapper.builder()
                                    .build()
                                    .writeValueAsString(
                                            Map.of("findings", withoutIdleRemedies(findings))));
        } else {
            findings.forEach(finding -> Stdout.result().println(line(finding)));
        }
        return findings.stream().allMatch(Finding::well) ? 0 : 1;
    }

    private List<Finding> ofDatabase() {
        try {
            return Application.with(data, this::ofRooms);
        } catch (RuntimeException e) {
            return List.of(
                    new Finding(
                            false,
                            "the database cannot be used: " + Main.sentence(e).orElse(e.toString()),
                            "Look into " + data.folder().resolve("logs")));
        }
    }

    private List<Finding> ofRooms(ApplicationContext context) {
        List<Finding> findings = new ArrayList<>(context.getBean(DatabaseHealth.class).findings());
        if (rebuild)
            for (Member owner : context.getBean(Access.class).owners())
                context.getBeansOfType(Derived.class)
                        .values()
                        .forEach(derived -> findings.add(rebuilt(owner, derived)));
        return findings;
    }

    private static Finding rebuilt(Member owner, Derived derived) {
        Derived.Rebuilt rebuilt =
                CurrentWorkspace.call(owner.workspace(), () -> derived.rebuild(owner.viewer()));
        return new Finding(
                rebuilt.equal(),
                "workspace %s, %s: %d concluded again, %d differed%s"
                        .formatted(
                                owner.workspace().value(),
                                derived.what(),
                                rebuilt.rows(),
                                rebuilt.mended(),
                                rebuilt.mended() == 0 ? "" : " and are mended"),
                "What stands there is still not what the facts say. Report this, and keep a backup");
    }

    private static List<Finding> withoutIdleRemedies(List<Finding> findings) {
        return findings.stream()
                .map(f -> f.well() ? new Finding(true, f.what(), null) : f)
                .toList();
    }

    private static String line(Finding finding) {
        return finding.well()
                ? "well  " + finding.what()
                : "ILL   " + finding.what() + ". " + finding.remedy();
    }
}
