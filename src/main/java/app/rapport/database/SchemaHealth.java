package app.rapport.database;

import app.rapport.database.DatabaseHealth.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.stereotype.Component;

/** Whether the tables are still what the migrations made: somebody may have switched off a part. */
@Component
class SchemaHealth implements HealthCheck {
    private final OwnerDatabase owner;
    private final Migrations migrations;

    SchemaHealth(OwnerDatabase owner, Migrations migrations) {
        this.owner = owner;
        this.migrations = migrations;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                none(
                        """
                        SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
                        WHERE c.relnamespace = 'public'::regnamespace AND NOT (i.indisvalid AND i.indisready) ORDER BY 1
                        """,
                        "every index is usable",
                        "unusable indexes: ",
                        "REINDEX INDEX each of them; where that fails, two rows contradict each other"));
        findings.add(
                none(
                        """
                        SELECT conrelid::regclass || '.' || conname FROM pg_constraint
                        WHERE connamespace = 'public'::regnamespace AND NOT convalidated ORDER BY 1
                        """,
                        "every rule of the tables was checked",
                        "rules that not every row was checked against: ",
                        "ALTER TABLE … VALIDATE CONSTRAINT names the rows that break it"));
        findings.add(
                none(
                        """
                        SELECT tgrelid::regclass || '.' || tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
                        WHERE c.relnamespace = 'public'::regnamespace AND tgenabled = 'D' ORDER BY 1
                        """,
                        "every trigger is on",
                        "triggers that are switched off: ",
                        "ALTER TABLE … ENABLE TRIGGER ALL; what was written meanwhile was not guarded: run doctor --rebuild"));
        findings.add(
                none(
                        """
                        SELECT relname FROM pg_class c
                        WHERE relnamespace = 'public'::regnamespace AND relrowsecurity
                          AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive) ORDER BY 1
                        """,
                        "every guarded table lets its workspace in",
                        "tables without the rule that lets their workspace in: ",
                        "CALL guard_workspace for each"));
        findings.add(changed());
        return findings;
    }

    private Finding none(String question, String well, String ill, String remedy) {
        List<String> found = owner.jdbc().sql(question).query(String.class).list();
        return new Finding(found.isEmpty(), found.isEmpty() ? well : ill + listed(found), remedy);
    }

    private Finding changed() {
        List<String> changed =
                Stream.of(migrations.applied())
                        .filter(step -> !step.isChecksumMatching())
                        .map(SchemaHealth::version)
                        .toList();
        return new Finding(
                changed.isEmpty(),
                changed.isEmpty()
                        ? "the migrations that ran are those of this program"
                        : "migrations that ran with other words than this program has: "
                                + listed(changed),
                "Somebody changed the history or runs a changed program; start the released one");
    }

    private static String version(MigrationInfo step) {
        return String.valueOf(step.getVersion());
    }

    private static String listed(List<String> names) {
        return String.join(", ", names);
    }
}
