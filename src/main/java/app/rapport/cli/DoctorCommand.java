package app.rapport.cli;

import app.rapport.database.DatabaseHealth;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Say what is wrong with this data folder, and what to do.")
final class DoctorCommand implements Callable<Integer> {
    @Mixin private DataOption data = new DataOption();

    @Override
    public Integer call() {
        List<DatabaseHealth.Finding> findings =
                Application.with(data, context -> context.getBean(DatabaseHealth.class).findings());
        findings.forEach(finding ->
                System.out.println(
                        (finding.well() ? "well  " : "ILL   ")
                                + finding.what()
                                + (finding.well() ? "" : ". " + finding.remedy())));
        return findings.stream().allMatch(DatabaseHealth.Finding::well) ? 0 : 1;
    }
}
