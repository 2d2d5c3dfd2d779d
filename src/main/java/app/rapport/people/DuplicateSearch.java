package app.rapport.people;

import app.rapport.database.CurrentWorkspace;
import app.rapport.database.OutsideWorkspace;
import app.rapport.database.RecurringJob;
import app.rapport.kernel.WorkspaceId;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Looks for duplicates in each workspace whose people or companies are others than when it last
 * looked.
 */
@Component
class DuplicateSearch implements RecurringJob {
    private final OutsideWorkspace outside;
    private final Duplicates duplicates;

    DuplicateSearch(OutsideWorkspace outside, Duplicates duplicates) {
        this.outside = outside;
        this.duplicates = duplicates;
    }

    @Override
    public String name() {
        return "duplicates";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        outside.jdbc().sql("SELECT workspaces_with_new_people()").query(UUID.class).list().stream()
                .map(WorkspaceId::new)
                .forEach(workspace ->
                        CurrentWorkspace.run(workspace, () -> duplicates.search(workspace)));
    }
}
