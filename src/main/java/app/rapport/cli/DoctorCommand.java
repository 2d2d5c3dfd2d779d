package app.rapport.cli;

import app.rapport.database.DatabaseHealth;
import app.rapport.database.DatabaseHealth.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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

    @Override
    public Integer call() {
        List<Finding> findings = new ArrayList<>(DatabaseHealth.ofMachine(data.folder()));
        findings.addAll(ofDatabase());
        if (json) {
            System.out.println(
                    JsonMapper.builder()
                            .build()
                            .writeValueAsString(Map.of("findings", withoutIdleRemedies(findings))));
        } else {
            findings.forEach(finding -> System.out.println(line(finding)));
        }
        return findings.stream().allMatch(Finding::well) ? 0 : 1;
    }

    private List<Finding> ofDatabase() {
        try {
            return Application.with(
                    data, context -> context.getBean(DatabaseHealth.class).findings());
        } catch (RuntimeException e) {
            return List.of(
                    new Finding(
                            false,
                            "the database cannot be used: " + Main.sentence(e).orElse(e.toString()),
                            "Look into " + data.folder().resolve("logs")));
        }
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
